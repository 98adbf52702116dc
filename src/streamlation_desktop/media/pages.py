"""Finds the stream in a web page, with yt-dlp where it is installed."""

from __future__ import annotations

import importlib.util
import logging
import threading
from dataclasses import dataclass
from queue import Empty, Queue
from typing import Any

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import SourceError, SourceForbidden, UnsupportedMedia
from streamlation_desktop.media.addresses import AddressPolicy
from streamlation_desktop.media.page_proxy import PageProxy

log = logging.getLogger(__name__)

_PATIENCE = 60.0
_POLL = 0.05
_FORMATS = "best[protocol^=m3u8][vcodec!=none][acodec!=none]/best[vcodec!=none][acodec!=none]/bestaudio/best"
"""One address with picture and sound, a playlist where there is one."""
_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class PageStream:
    """What a page shows."""

    url: str
    title: str


def find_stream(page: str, shown: str, policy: AddressPolicy, token: CancelToken, timeout: float) -> PageStream:
    """The stream that a page embeds.

    yt-dlp reaches the network only through a proxy that applies `policy`, and what it finds is
    opened under the same policy.

    Raises:
        UnsupportedMedia: yt-dlp is not installed, or finds nothing in the page.
        SourceForbidden: the page leads to where a source may not lead.
        Cancelled: the token was cancelled.
    """
    if importlib.util.find_spec("yt_dlp") is None:
        raise UnsupportedMedia(
            f"{shown} is a web page, not media",
            hint="Give the address of the video itself, or install the part for pages: "
            "streamlation extras install pages",
        )
    with PageProxy(policy, token, timeout) as proxy:
        answer = _waited_for(page, proxy, token, timeout)
        if proxy.refused is not None and not isinstance(answer, dict):
            raise proxy.refused
    if not isinstance(answer, dict):
        raise UnsupportedMedia(f"no video was found in {shown} ({_reason(answer)})", hint="Is it open to everybody?")
    return _stream(answer, shown)


def _waited_for(page: str, proxy: PageProxy, token: CancelToken, timeout: float) -> dict[str, Any] | Exception:
    """yt-dlp's answer; it has no way to be interrupted, so that it is left alone when the token is cancelled."""
    answers: Queue[dict[str, Any] | Exception] = Queue()
    arguments = (page, proxy.address, timeout, answers)
    threading.Thread(target=_extract, args=arguments, name="media-page", daemon=True).start()
    for _ in range(int(_PATIENCE / _POLL)):
        token.raise_if_cancelled()
        try:
            return answers.get(timeout=_POLL)
        except Empty:
            continue
    return TimeoutError("the page does not answer")


def _extract(page: str, proxy: str, timeout: float, answers: Queue[dict[str, Any] | Exception]) -> None:
    import yt_dlp

    options = {
        "proxy": proxy,
        "format": _FORMATS,
        "logger": _Quiet(),
        "socket_timeout": timeout,
        "noplaylist": True,
        "playlist_items": "1",
        "skip_download": True,
        "cachedir": False,
        "usenetrc": False,
        "plugin_dirs": [],
        "color": {"stdout": "never", "stderr": "never"},
    }
    try:
        with yt_dlp.YoutubeDL(options) as extractor:
            answers.put(dict(extractor.extract_info(page, download=False) or {}))
    except (yt_dlp.utils.YoutubeDLError, OSError, ValueError) as exc:
        answers.put(exc)
    except Exception as exc:  # noqa: BLE001 (the root of a thread; extractors raise anything)
        log.info("the extractor failed: %r", exc)
        answers.put(exc)


def _stream(answer: dict[str, Any], shown: str) -> PageStream:
    entries = answer.get("entries")
    first = next(iter(entries), None) if entries else answer
    url = str((first or {}).get("url") or "")
    if not url:
        raise UnsupportedMedia(f"no video was found in {shown}", hint="Give the address of the video itself.")
    if not url.startswith(_SCHEMES):
        raise SourceForbidden(f"{shown} leads to something else than web media ({url.partition(':')[0]})")
    return PageStream(url, str((first or {}).get("title") or ""))


def _reason(exc: Exception) -> str:
    if isinstance(exc, SourceError):
        return str(exc)
    return str(exc).removeprefix("ERROR: ").splitlines()[0][:200] if str(exc) else type(exc).__name__


class _Quiet:
    """What yt-dlp would print."""

    def debug(self, message: str) -> None:
        """Nothing."""

    warning = error = info = debug
