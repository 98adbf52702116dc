"""Models that are on this machine: downloaded or imported, and those that come with the application."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from streamlation_desktop.core.errors import ModelDamaged
from streamlation_desktop.core.language import LanguageCode, voiced_languages
from streamlation_desktop.modelstore.kinds import Direction, Family, ModelKind, Quality
from streamlation_desktop.modelstore.layout import inspect
from streamlation_desktop.modelstore.manifest import MANIFEST_NAME, Manifest, read_manifest
from streamlation_desktop.settings.paths import embedded_model

STARTER_ID = "starter-mt"
POCKETSPHINX_ID = "pocketsphinx-en-us"
ESPEAK_ID = "espeak-ng"


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model that an engine can load from `path`."""

    id: str
    name: str
    kind: ModelKind
    family: Family
    path: Path
    languages: frozenset[LanguageCode]
    """Heard or spoken; for a multilingual translator, translated among each other."""
    pairs: tuple[Direction, ...]
    size: int
    """Bytes."""
    licence: str
    attribution: str
    quality: Quality
    manifest: Manifest | None = None
    """None for a model that comes with the application."""

    @property
    def is_built_in(self) -> bool:
        """True when it comes with the application and cannot be removed."""
        return self.manifest is None

    def hears(self, language: LanguageCode) -> bool:
        """True when it recognises (or, for a voice, speaks) the language."""
        return language in self.languages

    def translates(self, direction: Direction) -> bool:
        """True when it translates that way without a detour."""
        if direction in self.pairs:
            return True
        return not self.pairs and {direction.source, direction.target} <= self.languages


def load_installed(folder: Path) -> InstalledModel:
    """Describe the model in a folder of the store.

    Raises:
        ModelDamaged: its record is missing or damaged.
    """
    manifest = read_manifest(folder)
    return InstalledModel(
        id=manifest.id,
        name=manifest.name,
        kind=manifest.kind,
        family=manifest.family,
        path=folder,
        languages=manifest.languages,
        pairs=manifest.pairs,
        size=manifest.size,
        licence=manifest.licence,
        attribution=manifest.attribution,
        quality=manifest.quality,
        manifest=manifest,
    )


def installed_folders(models: Path) -> list[Path]:
    """Folders below ``<models>/<kind>/`` that hold a finished model, in order of kind and name."""
    return sorted(path.parent for kind in ModelKind for path in (models / kind).glob(f"*/{MANIFEST_NAME}"))


def built_in() -> list[InstalledModel]:
    """What comes with the application.

    Raises:
        ModelDamaged: the application's own files are not complete.
    """
    return [_starter(), *_pocketsphinx(), *_espeak()]


def folder_size(folder: Path) -> int:
    """Bytes of all files below."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _starter() -> InstalledModel:
    path = embedded_model("starter-mt")
    if not path.is_dir():
        raise ModelDamaged("the starter model is missing", hint="Install the application again.")
    layout = inspect(path)
    return InstalledModel(
        id=STARTER_ID,
        name="Streamlation starter",
        kind=ModelKind.TRANSLATOR,
        family=Family.STARTER,
        path=path,
        languages=frozenset(),
        pairs=layout.pairs,
        size=folder_size(path),
        licence="GPL-3.0-or-later",
        attribution="Streamlation Desktop; training data in README.md beside the model",
        quality=Quality.STARTER,
    )


def _pocketsphinx() -> list[InstalledModel]:
    spec = find_spec("pocketsphinx")
    if spec is None or not spec.submodule_search_locations:
        return []
    path = Path(spec.submodule_search_locations[0]) / "model"
    return [
        InstalledModel(
            id=POCKETSPHINX_ID,
            name="PocketSphinx US English",
            kind=ModelKind.RECOGNIZER,
            family=Family.POCKETSPHINX,
            path=path,
            languages=frozenset({LanguageCode("en")}),
            pairs=(),
            size=folder_size(path),
            licence="BSD-2-Clause",
            attribution="Carnegie Mellon University",
            quality=Quality.STARTER,
        )
    ]


def _espeak() -> list[InstalledModel]:
    spec = find_spec("espeakng_loader")
    if spec is None or not spec.submodule_search_locations:
        return []
    path = Path(spec.submodule_search_locations[0]) / "espeak-ng-data"
    return [
        InstalledModel(
            id=ESPEAK_ID,
            name="eSpeak NG",
            kind=ModelKind.VOICE,
            family=Family.ESPEAK,
            path=path,
            languages=_espeak_languages(path / "lang"),
            pairs=(),
            size=folder_size(path),
            licence="GPL-3.0-or-later",
            attribution="eSpeak NG contributors",
            quality=Quality.STARTER,
        )
    ]


@cache
def _espeak_languages(folder: Path) -> frozenset[LanguageCode]:
    """What its voice files say that they speak (``language es-419``), where there is a dictionary for it."""
    spoken: set[LanguageCode] = set()
    for path in folder.rglob("*"):
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
        tags = [line.split()[1] for line in lines if line.startswith("language ")]
        named = [line.split()[1] for line in lines if line.startswith("dictionary ")]
        if any((folder.parent / f"{name}_dict").is_file() for name in (*named, *(tag.split("-")[0] for tag in tags))):
            spoken.update(language for tag in tags for language in voiced_languages(tag))
    return frozenset(spoken)
