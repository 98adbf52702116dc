"""Turns what PyAV, sockets and the operating system raise into errors the user can act on."""

from __future__ import annotations

import builtins
import errno
import http.client
import ssl

import av.error

from streamlation_desktop.core.errors import (
    SourceError,
    SourceForbidden,
    SourceLost,
    SourceNotFound,
    StreamlationError,
    UnsupportedMedia,
)

STANDARD_INPUT = "standard input"

LIBRARY_ERRORS = (
    av.error.FFmpegError,
    OSError,
    http.client.HTTPException,
    EOFError,
    ValueError,
    RuntimeError,
    StreamlationError,
)
"""What opening or reading a container may raise; ValueError and RuntimeError are PyAV's own checks."""

_NOT_FOUND = (builtins.FileNotFoundError, NotADirectoryError, ConnectionRefusedError, av.error.HTTPNotFoundError)
_FORBIDDEN = (builtins.PermissionError, av.error.HTTPForbiddenError, av.error.HTTPUnauthorizedError)
_NOT_MEDIA = (
    av.error.InvalidDataError,
    av.error.LookupError,
    av.error.PatchWelcomeError,
    builtins.IsADirectoryError,
    EOFError,
    UnicodeError,
)


def translate(exc: BaseException, shown: str) -> StreamlationError:
    """The error to raise for `exc`, met while opening or reading the source `shown`."""
    if isinstance(exc, StreamlationError):
        return exc
    reason = getattr(exc, "strerror", None) or str(exc) or type(exc).__name__
    if isinstance(exc, _FORBIDDEN):
        return SourceForbidden(f"{shown} may not be read ({reason})", hint="Check the permissions or the password.")
    if isinstance(exc, _NOT_FOUND):
        hint = "Is the server running?" if isinstance(exc, ConnectionRefusedError) else "Check the spelling."
        return SourceNotFound(f"{shown} was not found ({reason})", hint=hint)
    if isinstance(exc, ssl.SSLError):
        hint = "Check the address and the computer's date."
        return SourceLost(f"{shown}: no secure connection ({reason})", hint=hint)
    if isinstance(exc, _NOT_MEDIA):
        return unsupported(shown)
    if isinstance(exc, OSError) and exc.errno == errno.ENAMETOOLONG:
        return SourceNotFound(f"{shown} is too long for a file name")
    if isinstance(exc, av.error.ExitError | TimeoutError):
        return timed_out(shown)
    if isinstance(exc, OSError):
        return SourceLost(f"{shown} cannot be read ({reason})", hint="Check the network or the disk and try again.")
    return unsupported(shown)


def unsupported(shown: str) -> UnsupportedMedia:
    """The bytes are no media that we can read."""
    hint = "Choose an audio or video file."
    if shown == STANDARD_INPUT:
        hint = "MP4 that was not made for streaming cannot come through a pipe: give the file's path, or pipe MKV."
    return UnsupportedMedia(f"{shown} is not a media file, or it is damaged", hint=hint)


def timed_out(shown: str) -> SourceError:
    """Nothing arrived in time."""
    return SourceLost(f"{shown} does not answer", hint="Check the network and whether the stream is on air.")
