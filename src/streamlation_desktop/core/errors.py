"""Errors the user can act on, by family.

Anything else that is raised is a defect of ours: it is logged with its traceback and shown as
"unexpected error". `Cancelled` is control flow, not an error. Leaf classes exist only where
someone catches them or where their code is told to the user.
"""

from __future__ import annotations

from typing import ClassVar


class StreamlationError(Exception):
    """Base of every error caused by the environment rather than by a defect."""

    code: ClassVar[str] = "error"
    """Stable slug, used for exit codes, translation of the message and tests."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(StreamlationError):
    """The request itself makes no sense."""

    code = "usage"


class SourceError(StreamlationError):
    """The input cannot be read."""

    code = "source"


class SourceNotFound(SourceError):
    """No such file, address or stream (missing file, 404, unknown host)."""

    code = "source.not-found"


class SourceForbidden(SourceError):
    """Not allowed: permissions, 401/403, or our own policy on playlists and addresses."""

    code = "source.forbidden"


class UnsupportedMedia(SourceError):
    """Not media, no decoder for it, or nothing usable in it."""

    code = "source.unsupported"


class NoAudio(UnsupportedMedia):
    """The media has no (usable) audio track."""

    code = "source.no-audio"


class SourceLost(SourceError):
    """The source was open and stopped delivering (connection lost, time-out, TLS error)."""

    code = "source.lost"


class EngineError(StreamlationError):
    """An engine cannot do its work."""

    code = "engine"


class EngineNotInstalled(EngineError):
    """No such engine, or a package or program it needs is missing."""

    code = "engine.not-installed"


class InferenceFailed(EngineError):
    """A model could not process its input."""

    code = "engine.inference"


class OutOfMemory(EngineError):
    """A model needs more memory than it may have."""

    code = "engine.memory"


class LanguageNotSupported(EngineError):
    """No installed engine or model serves this language or pair."""

    code = "engine.language"


class ModelError(StreamlationError):
    """Weights are missing, damaged or not acceptable."""

    code = "model"


class ModelNotInstalled(ModelError):
    """The model is known but not on this machine."""

    code = "model.not-installed"


class ModelDamaged(ModelError):
    """A file of the model does not match its recorded checksum."""

    code = "model.damaged"


class DownloadFailed(ModelError):
    """The model could not be fetched; what arrived is kept for the next try."""

    code = "model.download"


class StorageError(StreamlationError):
    """The disk or the database refuses."""

    code = "storage"


class DiskFull(StorageError):
    """No space left."""

    code = "storage.full"


class NotWritable(StorageError):
    """The folder or file cannot be written."""

    code = "storage.read-only"


class OutputExists(StorageError):
    """The file is there already and overwriting was not asked for."""

    code = "storage.exists"


class DatabaseNewer(StorageError):
    """The database was written by a newer version of the application."""

    code = "storage.newer"


class DatabaseDamaged(StorageError):
    """The database, or a row of it, cannot be read."""

    code = "storage.damaged"


class AlreadyRunning(StorageError):
    """Another process (or another session of this one) is doing the same job now."""

    code = "storage.running"


class CastError(StreamlationError):
    """A device of the network, or the network itself, does not take part."""

    code = "cast"


class DeviceNotFound(CastError):
    """No device of that name or address answers."""

    code = "cast.not-found"


class DeviceLost(CastError):
    """The device was connected and has gone."""

    code = "cast.lost"


class DeviceRefused(CastError):
    """The device takes the media in none of the forms we can make."""

    code = "cast.refused"


class PairingFailed(CastError):
    """The device wants a PIN, and none or a wrong one was given."""

    code = "cast.pairing"


class NoNetwork(CastError):
    """No network interface reaches the device, or the wanted address cannot be used."""

    code = "cast.network"


class SettingsError(StreamlationError):
    """A setting or its file is not valid."""

    code = "settings"


class UpdateRefused(StreamlationError):
    """What the update server sent is not signed, expired, or older than what was seen."""

    code = "update"


class Cancelled(Exception):
    """Raised inside a stage when its session is being stopped."""


def error_from_code(code: str, message: str, hint: str = "") -> StreamlationError:
    """Rebuild an error that crossed a process boundary; an unknown code gives its family or the base."""
    known = {kind.code: kind for kind in _all_kinds(StreamlationError)}
    kind = known.get(code) or known.get(code.partition(".")[0]) or StreamlationError
    return kind(message, hint=hint)


def _all_kinds(kind: type[StreamlationError]) -> list[type[StreamlationError]]:
    return [kind, *(found for child in kind.__subclasses__() for found in _all_kinds(child))]
