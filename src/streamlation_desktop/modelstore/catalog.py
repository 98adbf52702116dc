"""The catalogue: which models there are, where they come from, and on what terms."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from streamlation_desktop.core.errors import SettingsError, UsageError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.modelstore.kinds import DirectionField, Family, ModelKind, PathField, Quality
from streamlation_desktop.settings.paths import AppPaths, resource

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
ModelId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{1,79}$")]
RepoId = Annotated[str, StringConstraints(pattern=r"^[\w.-]+/[\w.-]+$")]
Usage = Annotated[str, StringConstraints(pattern=r"^(file|live):(cpu|gpu)$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RemoteFile(_Frozen):
    """One file of a repository; an unpinned one is checked against what the hub says of the commit."""

    path: PathField
    """In the repository."""
    size: Annotated[int, Field(ge=0)] | None = None
    sha256: Sha256 | None = None


class RemoteArchive(_Frozen):
    """A package that is one file."""

    url: Annotated[str, StringConstraints(pattern=r"^https?://")]
    size: Annotated[int, Field(gt=0)]
    sha256: Sha256


class CatalogEntry(_Frozen):
    """A model that can be installed by name."""

    id: ModelId
    name: str
    kind: ModelKind
    family: Family
    quality: Quality
    languages: frozenset[LanguageCode] = frozenset()
    """Heard, spoken, or translated among each other."""
    pairs: tuple[DirectionField, ...] = ()
    """Directions of a bilingual translator."""
    size: Annotated[int, Field(gt=0)]
    """Bytes to download; near enough where files are not pinned."""
    licence: str
    """SPDX expression."""
    attribution: str
    note: str = ""
    recommended: frozenset[Usage] = frozenset()
    """``"file:cpu"``, ``"live:gpu"`` …"""
    repo: RepoId | None = None
    revision: str = "main"
    files: tuple[RemoteFile, ...] = ()
    """Empty: the usual files of the family."""
    archive: RemoteArchive | None = None

    @model_validator(mode="after")
    def _has_one_source(self) -> Self:
        if (self.repo is None) == (self.archive is None):
            raise ValueError(f"{self.id}: give either repo or archive")
        if not self.languages and not self.pairs:
            raise ValueError(f"{self.id}: give languages or pairs")
        return self


class Catalog:
    """Entries by id, from the application and from the user's own file, which wins."""

    def __init__(self, entries: dict[str, CatalogEntry], language_sets: dict[str, list[str]]) -> None:
        self._entries = entries
        self._language_sets = language_sets

    @classmethod
    def load(cls, paths: AppPaths) -> Catalog:
        """Read ``resources/catalog.toml`` and ``catalog.toml`` in the user's configuration.

        Raises:
            SettingsError: a file is not valid.
        """
        sets, entries = _shipped(resource("catalog.toml"))
        own = paths.config / "catalog.toml"
        return cls(entries | _read(own, sets)[1] if own.is_file() else entries, sets)

    def __iter__(self) -> Iterator[CatalogEntry]:
        return iter(self._entries.values())

    def get(self, model_id: str) -> CatalogEntry | None:
        """The entry of that id."""
        return self._entries.get(model_id)

    def languages_of(self, family: Family) -> frozenset[LanguageCode]:
        """What the multilingual models of a family serve; empty for families without such."""
        return frozenset(LanguageCode(code) for code in self._language_sets.get(family, ()))

    def require(self, model_id: str) -> CatalogEntry:
        """The entry of that id.

        Raises:
            UsageError: there is none; the hint names the nearest ids.
        """
        entry = self._entries.get(model_id)
        if entry is None:
            raise unknown_model(model_id, self._entries)
        return entry


def unknown_model(model_id: str, known: dict[str, Any] | list[str]) -> UsageError:
    """The error for an id that nothing answers to, with the nearest ids as its hint."""
    close = difflib.get_close_matches(model_id, known, n=3, cutoff=0.5)
    return UsageError(
        f"unknown model: {model_id}",
        hint=f"Did you mean {', '.join(close)}?" if close else "See: streamlation models list",
    )


class _File(BaseModel):
    """The shape of a catalogue file."""

    language_sets: dict[str, list[str]] = {}
    model: list[dict[str, Any]] = []


@cache
def _shipped(path: Path) -> tuple[dict[str, list[str]], dict[str, CatalogEntry]]:
    """What comes with the application: it takes longer to read than anything that is looked up in it."""
    return _read(path, {})


def _read(path: Path, known_sets: dict[str, list[str]]) -> tuple[dict[str, list[str]], dict[str, CatalogEntry]]:
    try:
        content = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        sets = known_sets | content.language_sets
        entries = [CatalogEntry.model_validate(_with_languages(table, sets)) for table in content.model]
    except ValidationError as exc:
        first = exc.errors(include_url=False)[0]
        field = ".".join(map(str, first["loc"]))
        raise _invalid(path, f"{field}: {first['msg']}") from exc
    except (ValueError, KeyError, TypeError, RecursionError) as exc:  # ValueError: not TOML, not UTF-8
        raise _invalid(path, str(exc)) from exc
    return sets, {entry.id: entry for entry in entries}


def _invalid(path: Path, why: str) -> SettingsError:
    return SettingsError(
        f"{path} is not a valid catalogue: {' '.join(why.split())}", hint="Correct or remove the file."
    )


def _with_languages(table: dict[str, Any], sets: dict[str, list[str]]) -> dict[str, Any]:
    languages = table.get("languages", [])
    return table | {"languages": sets[languages] if isinstance(languages, str) else languages}
