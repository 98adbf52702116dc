"""The optional parts of the application, and which of their files this machine needs."""

from __future__ import annotations

import json
import platform
import sys
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.modelstore.catalog import Sha256
from streamlation_desktop.settings.paths import resource

_MACHINES = {"amd64": "x86_64", "aarch64": "arm64"}


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ExtraFile(_Frozen):
    """A wheel, as the lock of the release names it."""

    package: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")]
    version: str
    name: Annotated[str, StringConstraints(pattern=r"^[\w.-]+\.whl$")]
    size: Annotated[int, Field(gt=0)]
    sha256: Sha256
    system: Literal["linux", "win32", "darwin", "any"]
    machine: Literal["x86_64", "arm64", "any"]
    python: str
    """``cp311``, or ``any``."""
    url: str = ""
    """Only packages that were built have it."""

    def fits(self, system: str, machine: str, python: str) -> bool:
        """True when such a machine can use it."""
        wanted = ((self.system, system), (self.machine, machine), (self.python, python))
        return all(own in ("any", other) for own, other in wanted)


class Extra(_Frozen):
    """An optional part."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z]+$")]
    packages: tuple[str, ...]
    module: str = ""
    """What Python imports of it."""
    purpose: str
    licence: str
    is_restricted: bool = False
    """The licence has to be accepted."""
    files: tuple[ExtraFile, ...]

    def files_here(self) -> tuple[ExtraFile, ...]:
        """One file of each package for this machine; empty where one is not made for it."""
        machine = platform.machine().lower()
        here = (sys.platform, _MACHINES.get(machine, machine), f"cp{sys.version_info.major}{sys.version_info.minor}")
        fitting = {file.package: file for file in self.files if file.fits(*here)}
        return tuple(fitting.values()) if set(fitting) == set(self.packages) else ()


@cache
def load_extras() -> tuple[Extra, ...]:
    """Those of this release."""
    listed = json.loads(resource("extras.json").read_bytes())
    return tuple(Extra.model_validate(extra) for extra in listed["extras"])


def find_extra(name: str) -> Extra:
    """The part of that name.

    Raises:
        UsageError: there is none.
    """
    extras = {extra.id: extra for extra in load_extras()}
    if name not in extras:
        raise UsageError(f"there is no optional part {name!r}", hint=f"There are: {', '.join(extras)}")
    return extras[name]
