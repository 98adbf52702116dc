"""Our own record of an installed model, beside its files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from streamlation_desktop.core.errors import ModelDamaged
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.modelstore.catalog import Sha256
from streamlation_desktop.modelstore.digest import sync
from streamlation_desktop.modelstore.kinds import DirectionField, Family, ModelKind, PathField, Quality

MANIFEST_NAME = "manifest.json"


class FileRecord(BaseModel):
    """One file as it was when it was verified."""

    model_config = ConfigDict(frozen=True)

    path: PathField
    size: Annotated[int, Field(ge=0)]
    sha256: Sha256


class Manifest(BaseModel):
    """What was installed, from where, on what terms."""

    model_config = ConfigDict(frozen=True)

    schema_version: Literal[1] = 1
    id: str
    name: str
    kind: ModelKind
    family: Family
    quality: Quality = Quality.GOOD
    languages: frozenset[LanguageCode] = frozenset()
    pairs: tuple[DirectionField, ...] = ()
    licence: str
    attribution: str = ""
    accepted: datetime | None = None
    """When the person accepted a restricting licence."""
    source: str
    """``hf:owner/name``, an address, or ``import``."""
    revision: str = ""
    """The hub's commit."""
    imported_from: str = ""
    """Name of the folder or archive."""
    installed: datetime
    files: Annotated[tuple[FileRecord, ...], Field(min_length=1)]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(record.size for record in self.files)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the record; the caller renames the folder into place afterwards."""
    with (folder / MANIFEST_NAME).open("wb") as stream:
        stream.write(manifest.model_dump_json(indent=2).encode())
        sync(stream)


def read_manifest(folder: Path) -> Manifest:
    """Read the record of an installed model.

    Raises:
        ModelDamaged: it is missing, unreadable or not valid.
    """
    path = folder / MANIFEST_NAME
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as exc:
        raise ModelDamaged(
            f"the record of the model in {folder} is missing or damaged", hint="Remove the model and install it again."
        ) from exc
