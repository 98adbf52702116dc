"""Installs a model from a folder or archive: for machines without a network."""

from __future__ import annotations

import re
import shutil
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import ModelError, SourceNotFound
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.modelstore import archive, layout, marian
from streamlation_desktop.modelstore.catalog import Catalog
from streamlation_desktop.modelstore.digest import Progress, copy_hashed, sha256_of, sync
from streamlation_desktop.modelstore.kinds import Direction, Family
from streamlation_desktop.modelstore.licences import UNKNOWN, require_acceptance
from streamlation_desktop.modelstore.manifest import FileRecord, Manifest
from streamlation_desktop.modelstore.served import languages_of
from streamlation_desktop.modelstore.space import disk_errors, require_space
from streamlation_desktop.modelstore.staging import publish, staging


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the person says about the model; what is left out is read from its files."""

    id: str = ""
    pairs: tuple[Direction, ...] = ()
    languages: frozenset[LanguageCode] = frozenset()
    accept_licence: bool = False


def import_model(
    models: Path,
    path: Path,
    options: ImportOptions,
    catalog: Catalog,
    token: CancelToken,
    progress: Progress,
) -> Path:
    """Install what lies at `path`; returns its folder in the store.

    Raises:
        SourceNotFound: there is nothing at `path`.
        ModelError: no model was recognised, the archive is unsafe, or the model is installed already.
        UsageError: the languages are not known.
        DiskFull: no room.
    """
    if not path.exists():
        raise SourceNotFound(f"no such file or folder: {path}")
    with staging(models, f"import-{_slug(path.stem)}") as work, ExitStack() as cleaning:
        shutil.rmtree(work)
        work.mkdir()
        cleaning.callback(shutil.rmtree, work, ignore_errors=True)
        found = _found(path, work, token, progress)
        if options.pairs or options.languages:
            found = replace(found, pairs=options.pairs, languages=options.languages or found.languages)
        model_id = options.id or _id_for(found, path)
        if found.licence != UNKNOWN:  # the person holds the files: only stated terms need an answer
            require_acceptance(model_id, found.licence, accepted=options.accept_licence)
        destination = models / found.kind / model_id
        if destination.exists():
            raise ModelError(f"{model_id} is installed already", hint="Remove it first, or import under another --id.")
        languages = languages_of(found, path.name, catalog)
        ready = work / "model"
        records = _gather(found.root, layout.select(layout.root_files(found.root), found.family), ready, token)
        now = datetime.now(UTC)
        manifest = Manifest(
            id=model_id,
            name=model_id,
            kind=found.kind,
            family=found.family,
            languages=languages,
            pairs=found.pairs,
            licence=found.licence,
            accepted=now if options.accept_licence else None,
            source="import",
            imported_from=path.name,
            installed=now,
            files=records,
        )
        publish(ready, destination, manifest)
        return destination


def _found(path: Path, work: Path, token: CancelToken, progress: Progress) -> layout.Layout:
    if path.is_file() and path.suffix == ".onnx":
        return layout.inspect(_voice_alone(path, work))
    if path.is_file():
        if not archive.is_archive(path):
            raise ModelError(f"{path.name} is neither a folder nor an archive nor a Piper voice")
        unpacked = work / "unpacked"
        unpacked.mkdir()
        archive.extract(path, unpacked, token, progress)
        root = layout.find_root(unpacked)
    else:
        root = layout.find_root(path)
    if not layout.is_opus_zip(root):
        found = layout.inspect(root)
        return replace(found, pairs=found.pairs or layout.pair_in_name(path.name))
    pairs = marian.pairs_of(root, path.name)
    converted = work / "converted"
    marian.convert(root, converted, token)
    return replace(layout.inspect(converted), pairs=pairs)


def _voice_alone(path: Path, work: Path) -> Path:
    folder = work / path.stem
    folder.mkdir()
    beside = (path, path.with_name(path.name + ".json"), path.with_name("MODEL_CARD"))
    with disk_errors(folder, path.stat().st_size):
        for source in beside:
            if source.is_file():
                shutil.copyfile(source, folder / source.name)
    return folder


def _id_for(found: layout.Layout, path: Path) -> str:
    if found.family in (Family.ARGOS, Family.OPUS_MT) and found.pairs:
        return f"{found.family}-{found.pairs[0]}"
    if found.family is Family.PIPER:
        return _slug(next(found.root.glob("*.onnx")).stem)
    return _slug(path.name if path.is_dir() else path.name.split(".")[0])


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9._]+", "-", name.lower()).strip("-._")[:60] or "model"


def _gather(root: Path, names: list[str], target: Path, token: CancelToken) -> tuple[FileRecord, ...]:
    sizes = {name: (root / name).stat().st_size for name in names}
    is_ours = root.is_relative_to(target.parent)
    if not is_ours:
        require_space(target.parent, sum(sizes.values()))
    records = []
    with disk_errors(target.parent, sum(sizes.values())):
        for name in names:
            destination = target / name
            destination.parent.mkdir(parents=True, exist_ok=True)
            if is_ours:
                (root / name).rename(destination)
                sha256 = sha256_of(destination, token)
            else:
                with (root / name).open("rb") as source, destination.open("xb") as copy:
                    _, sha256 = copy_hashed(source, copy, sizes[name], token)
                    sync(copy)
            records.append(FileRecord(path=name, size=sizes[name], sha256=sha256))
    return tuple(records)
