"""The settings file: read with tolerance, written atomically."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w
from pydantic import ValidationError

from streamlation_desktop.core.errors import SettingsError
from streamlation_desktop.core.events import Warned
from streamlation_desktop.core.files import write_atomically
from streamlation_desktop.settings.safe_mode import is_safe_mode
from streamlation_desktop.settings.safe_settings import NOTICE, made_safe
from streamlation_desktop.settings.schema import SCHEMA_VERSION, Section, Settings
from streamlation_desktop.settings.upgrades import upgraded, version_of

_PREFIX = "STREAMLATION_"
_MAX_BYTES = 1_000_000
_VERSION = "schema_version"

Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings, and what the user must be told about where they came from."""

    settings: Settings
    warnings: tuple[Warned, ...] = ()


def load_settings(path: Path, environment: Mapping[str, str]) -> LoadedSettings:
    """Environment over file over defaults.

    A variable is called ``STREAMLATION_<SECTION>_<FIELD>``, for example
    ``STREAMLATION_RECOGNITION_BEAM_SIZE``. A file that cannot be parsed is kept with ``.bad`` added
    to its name; a value that makes no sense gives way to its default. Safe mode has the last word.

    Raises:
        SettingsError: a variable of the environment makes no sense.
    """
    data, warnings = _read(path)
    warnings += _unknown_keys(data, path)
    settings, refused = _validated(data, path)
    settings, warnings = _overridden(settings, environment), [*warnings, *refused]
    if is_safe_mode(environment):
        return LoadedSettings(made_safe(settings), (*warnings, NOTICE))
    return LoadedSettings(settings, tuple(warnings))


def save_settings(settings: Settings, path: Path) -> None:
    """Write what differs from the defaults.

    Raises:
        StorageError: the file cannot be written; the old one is untouched.
    """
    data = {_VERSION: SCHEMA_VERSION, **settings.model_dump(mode="json", exclude_defaults=True, exclude_none=True)}
    write_atomically(path, tomli_w.dumps(data).encode())


def _read(path: Path) -> tuple[Table, list[Warned]]:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except FileNotFoundError:
        return {}, []
    except OSError as exc:
        return {}, [Warned(f"the settings cannot be read: {path}: {exc.strerror}", hint="The defaults are used.")]
    try:
        if len(content) > _MAX_BYTES:
            raise ValueError("it is too large")
        data = tomllib.loads(content.decode())
    except (ValueError, RecursionError) as exc:  # ValueError: not TOML, not UTF-8, or a number without end
        return {}, [_set_aside(path, exc)]
    if version_of(data) > SCHEMA_VERSION:
        return data, [Warned(f"the settings were written by a newer version: {path}", hint="What is known is used.")]
    return upgraded(data), []


def _set_aside(path: Path, reason: Exception) -> Warned:
    kept = path.with_name(path.name + ".bad")
    message = f"the settings file is damaged, so the defaults are used: {path}: {reason}"
    try:
        path.replace(kept)
    except OSError as exc:
        return Warned(message, hint=f"It could not be renamed ({exc.strerror}); repair or remove it.")
    return Warned(message, hint=f"It is kept as {kept}; repair it and rename it back.")


def _sections() -> dict[str, type[Section]]:
    fields = Settings.model_fields.items()
    return {name: field.annotation for name, field in fields if isinstance(field.annotation, type)}


def _unknown_keys(data: Table, path: Path) -> list[Warned]:
    sections = _sections()
    unknown = [key for key in data if key not in sections and key != _VERSION]
    for name, section in sections.items():
        table = data.get(name)
        if isinstance(table, dict):
            unknown += [f"{name}.{key}" for key in table if key not in section.model_fields]
    if not unknown:
        return []
    return [Warned(f"unknown settings in {path}: {', '.join(sorted(unknown))}", hint="They have no effect.")]


def _validated(data: Table, path: Path) -> tuple[Settings, list[Warned]]:
    """Settings from what is valid in `data`; the rest is named."""
    known = {name: data[name] for name in _sections() if name in data}
    try:
        return Settings.model_validate(known), []
    except ValidationError as exc:
        warnings = []
        for error in exc.errors(include_url=False):
            section, *field = (str(part) for part in error["loc"][:2])
            _drop(known, section, *field)
            name = ".".join((section, *field))
            warnings.append(Warned(f"{name} in {path} is ignored: {error['msg']}", hint="The default is used."))
        return Settings.model_validate(known), warnings


def _drop(data: Table, section: str, field: str | None = None) -> None:
    table = data.get(section)
    if field is None or not isinstance(table, dict):
        data.pop(section, None)
    else:
        data[section] = {key: value for key, value in table.items() if key != field}


def _overridden(settings: Settings, environment: Mapping[str, str]) -> Settings:
    values: dict[str, Table] = {name: getattr(settings, name).model_dump() for name in _sections()}
    for name, section in _sections().items():
        for field in section.model_fields:
            variable = f"{_PREFIX}{name}_{field}".upper()
            if variable in environment:
                values[name][field] = environment[variable]
    try:
        return Settings.model_validate(values)
    except ValidationError as exc:
        error = exc.errors(include_url=False)[0]
        variable = _PREFIX + "_".join(str(part) for part in error["loc"][:2]).upper()
        raise SettingsError(f"{variable}: {error['msg']}", hint="Correct the variable or remove it.") from exc
