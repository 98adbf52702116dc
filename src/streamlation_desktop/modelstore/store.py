"""The models on this machine: find, check, add and remove them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import ModelDamaged, ModelNotInstalled, UsageError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.modelstore import verify
from streamlation_desktop.modelstore.catalog import Catalog, unknown_model
from streamlation_desktop.modelstore.digest import Progress, no_progress
from streamlation_desktop.modelstore.importer import ImportOptions, import_model
from streamlation_desktop.modelstore.installed import (
    InstalledModel,
    built_in,
    folder_size,
    installed_folders,
    load_installed,
)
from streamlation_desktop.modelstore.kinds import ModelKind, Quality
from streamlation_desktop.modelstore.offer import Offer, find_offer
from streamlation_desktop.modelstore.patience import Patience
from streamlation_desktop.modelstore.staging import INCOMING, discard
from streamlation_desktop.settings.paths import AppPaths


@dataclass(frozen=True, slots=True)
class DiskUse:
    """Where the space went, in bytes."""

    models: dict[str, int]
    """Bytes that removing each model would free; files shared with the Hugging Face cache do not count."""
    unfinished: int
    """Partial downloads, kept to be resumed."""
    free: int


class ModelStore:
    """Models below ``<models>/<kind>/<id>/`` and those that come with the application.

    Methods that read gigabytes take a `CancelToken` and raise `Cancelled` when it is set.
    """

    def __init__(self, paths: AppPaths, catalog: Catalog | None = None, *, patience: Patience | None = None) -> None:
        """Look at the folders of `paths`; the catalogue is read when none is given."""
        self._paths = paths
        self._patience = patience or Patience()
        self.catalog = catalog or Catalog.load(paths)

    def installed(self) -> list[InstalledModel]:
        """All models, the user's own first; one whose record is damaged is left out (see `damaged`)."""
        found = []
        for folder in installed_folders(self._paths.models):
            try:
                found.append(load_installed(folder))
            except ModelDamaged:
                continue
        return found + built_in()

    def damaged(self) -> list[Path]:
        """Folders whose record cannot be read."""
        intact = {model.path for model in self.installed()}
        return [folder for folder in installed_folders(self._paths.models) if folder not in intact]

    def find(self, kind: ModelKind, language: LanguageCode | None = None) -> list[InstalledModel]:
        """Models of a kind, best quality first, that serve `language` where one is given."""
        models = [model for model in self.installed() if model.kind is kind]
        if language is not None:
            models = [model for model in models if model.hears(language)]
        return _best_first(models)

    def get(self, model_id: str) -> InstalledModel:
        """The installed model of that id.

        Raises:
            ModelNotInstalled: the catalogue knows it, but it is not here.
            UsageError: nobody knows it.
        """
        models = {model.id: model for model in self.installed()}
        if model_id in models:
            return models[model_id]
        if self.catalog.get(model_id) is not None:
            raise ModelNotInstalled(
                f"{model_id} is not installed", hint=f"Install it: streamlation models install {model_id}"
            )
        raise unknown_model(model_id, [*models, *(entry.id for entry in self.catalog)])

    def open_verified(self, model_id: str, token: CancelToken) -> InstalledModel:
        """The model, after its files were found to be those that were installed: call before every load.

        Raises:
            ModelDamaged: a file is missing or changed.
            ModelNotInstalled: it is not here.
            UsageError: nobody knows it.
        """
        model = self.get(model_id)
        if model.manifest is None:
            return model
        problems = verify.check(model.path, model.manifest, token, stamps_file=self._stamps_file(model))
        if problems:
            details = ", ".join(f"{problem.path}: {problem.fault}" for problem in problems)
            raise ModelDamaged(f"{model_id} is damaged ({details})", hint=_repair_hint(model))
        return model

    def verify(self, model_id: str, token: CancelToken, progress: Progress = no_progress) -> list[verify.Problem]:
        """Hash every file of a model, whatever was checked before; built-in models have no problems.

        Raises:
            ModelNotInstalled: it is not here.
            UsageError: nobody knows it.
        """
        model = self.get(model_id)
        if model.manifest is None:
            return []
        self._stamps_file(model).unlink(missing_ok=True)
        return verify.check(model.path, model.manifest, token, stamps_file=self._stamps_file(model), progress=progress)

    def offer(self, model_id: str) -> Offer:
        """What `install` would fetch, and on what terms; the hub is asked only for ``hf:owner/name``.

        Raises:
            UsageError: nobody knows the id.
            DownloadFailed: the hub cannot be asked.
        """
        from streamlation_desktop.modelstore.hub import Hub  # the network is loaded for those who need it

        with Hub() as hub:
            return find_offer(model_id, self.catalog, hub)

    def install(
        self,
        model_id: str,
        *,
        accept_licence: bool = False,
        progress: Progress = no_progress,
        token: CancelToken,
    ) -> InstalledModel:
        """Fetch a model of the catalogue or of the hub, unless it is here and whole.

        An interrupted download is continued by the next call. The model appears as installed only
        when every file has been verified.

        Args:
            model_id: of the catalogue, or ``hf:owner/name``.
            accept_licence: the person agreed to a licence that restricts the use.
            progress: told of bytes done and in all.
            token: ends the download; what arrived is kept.

        Raises:
            UsageError: nobody knows the id.
            LicenceRequired: see `accept_licence`.
            DownloadFailed: it could not be fetched.
            ModelError: what was fetched is not the model that was promised.
            DiskFull: no room.
        """
        known = next((model for model in self.installed() if model.id == model_id), None)
        if known is not None and not self.verify(model_id, token):
            return known
        from streamlation_desktop.modelstore.hub import Hub
        from streamlation_desktop.modelstore.install import Installation

        with Hub() as hub:
            installation = Installation(
                self._paths.models, self.catalog, hub, token, progress, accept_licence, self._patience
            )
            return load_installed(installation.install(model_id))

    def import_from(
        self, path: Path, options: ImportOptions, token: CancelToken, progress: Progress = no_progress
    ) -> InstalledModel:
        """Install the model in a folder or archive.

        Raises:
            SourceNotFound: there is nothing at `path`.
            ModelError: no model was recognised, the archive is unsafe, or the model is installed already.
            UsageError: the files do not tell the languages, and neither do the options.
            LicenceRequired: the licence restricts the use and was not accepted.
            DiskFull: no room.
        """
        return load_installed(import_model(self._paths.models, path, options, self.catalog, token, progress))

    def remove(self, model_id: str) -> int:
        """Delete a model, even a damaged one; returns the bytes freed.

        Raises:
            UsageError: it comes with the application, or nobody knows it.
            ModelNotInstalled: it is not here.
            NotWritable: its files cannot be deleted.
        """
        damaged = [folder for folder in self.damaged() if folder.name == _folder_name(model_id)]
        if damaged:
            folder = damaged[0]
        else:
            model = self.get(model_id)
            if model.is_built_in:
                raise UsageError(f"{model_id} comes with the application and cannot be removed")
            self._stamps_file(model).unlink(missing_ok=True)
            folder = model.path
        freed = _own_bytes(folder)
        discard(folder, self._incoming)
        return freed

    def remove_unfinished(self, model_id: str = "") -> int:
        """Delete the partial download of a model, or all of them; returns the bytes freed."""
        folder = self._incoming / _folder_name(model_id) if model_id else self._incoming
        freed = folder_size(folder)
        shutil.rmtree(folder, ignore_errors=True)
        return freed

    def disk_use(self) -> DiskUse:
        """What the models occupy."""
        folders = installed_folders(self._paths.models)
        existing = next(path for path in (self._paths.models, *self._paths.models.parents) if path.exists())
        return DiskUse(
            models={folder.name: _own_bytes(folder) for folder in folders},
            unfinished=folder_size(self._incoming),
            free=shutil.disk_usage(existing).free,
        )

    @property
    def _incoming(self) -> Path:
        return self._paths.models / INCOMING

    def _stamps_file(self, model: InstalledModel) -> Path:
        return self._paths.cache / "verified" / model.kind / f"{model.path.name}.json"


def _best_first(models: list[InstalledModel]) -> list[InstalledModel]:
    ranks = {quality: rank for rank, quality in enumerate(Quality)}
    return sorted(models, key=lambda model: -ranks[model.quality])


def _folder_name(model_id: str) -> str:
    return model_id.replace(":", "--").replace("/", "--")


def _repair_hint(model: InstalledModel) -> str:
    if model.manifest is not None and model.manifest.source == "import":
        return f"Run: streamlation models remove {model.id}, then import it again."
    return f"Repair it: streamlation models install {model.id}"


def _own_bytes(folder: Path) -> int:
    statuses = [path.stat() for path in folder.rglob("*") if path.is_file()]
    return sum(status.st_size for status in statuses if status.st_nlink == 1)
