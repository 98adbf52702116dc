"""Where the files of optional parts come from: a folder, a package index, or the address in the list.

What arrives is believed by its checksum alone, so that any mirror will do.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import DownloadFailed, SourceNotFound, UsageError
from streamlation_desktop.modelstore import web
from streamlation_desktop.modelstore.digest import copy_hashed
from streamlation_desktop.modelstore.download import Downloader, Wanted
from streamlation_desktop.modelstore.extras_list import ExtraFile
from streamlation_desktop.modelstore.patience import Patience
from streamlation_desktop.modelstore.space import disk_errors, megabytes

_INDEX_VARIABLES = ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL")
_MAX_PAGE = 16 << 20

Arrived = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Source:
    """Fetches files from what the person named, or else from where they usually are."""

    named: str
    """A folder, the address of an index, or nothing."""
    token: CancelToken
    patience: Patience

    def fetch(self, file: ExtraFile, target: Path, arrived: Arrived) -> None:
        """Bring one file to `target`; its checksum is right then.

        Raises:
            SourceNotFound: the folder does not have it.
            UsageError: nobody said where it is.
            DownloadFailed: it cannot be fetched, or is not what was promised.
            DiskFull: no room.
            Cancelled: the token was cancelled.
        """
        if self.named and "://" not in self.named:
            self._copy(file, Path(self.named).expanduser() / file.name, target, arrived)
            return
        if self.named and urlsplit(self.named).scheme not in ("https", "http"):
            raise UsageError(f"{self.named} is neither a folder nor the address of a package index")
        with web.new_client() as client:
            wanted = Wanted(self._address(file), file.size, file.sha256)
            Downloader(client, self.token, self.patience).fetch(wanted, target, {}, arrived)

    def _copy(self, file: ExtraFile, path: Path, target: Path, arrived: Arrived) -> None:
        if not path.is_file():
            raise SourceNotFound(f"{path} is not there", hint=_by_hand(file))
        try:
            with disk_errors(target.parent, file.size), path.open("rb") as stream, target.open("wb") as copy:
                _, sha256 = copy_hashed(stream, copy, file.size, self.token)
        except ValueError:
            sha256 = ""
        if sha256 != file.sha256:
            target.unlink()
            raise DownloadFailed(f"{path.name} does not match its checksum", hint=_by_hand(file))
        arrived(file.size)

    def _address(self, file: ExtraFile) -> str:
        index = self.named or (not file.url and next(filter(None, map(os.environ.get, _INDEX_VARIABLES)), ""))
        if index:
            return address_in(index, file)
        if file.url:
            return file.url
        raise UsageError(f"this installation does not say where {file.name} is", hint=_by_hand(file))


def address_in(index: str, file: ExtraFile) -> str:
    """Where an index of Python packages (PEP 503 or 691) has the file.

    Raises:
        DownloadFailed: it has none.
    """
    page = f"{index.rstrip('/')}/{file.package}/"
    text = web.fetch_small(page, _MAX_PAGE).decode("utf-8", "replace")
    links = _links_of_json(text) if text.lstrip().startswith("{") else _links_of_page(text)
    for link in links:
        address = urljoin(page, link)
        if urlsplit(address).path.endswith(f"/{file.name}") and urlsplit(address).scheme in ("https", "http"):
            return address.partition("#")[0]
    raise DownloadFailed(f"{page} does not have {file.name}", hint=_by_hand(file))


def _links_of_json(text: str) -> list[str]:
    try:
        return [str(file["url"]) for file in json.loads(text)["files"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []


def _links_of_page(text: str) -> list[str]:
    found: list[str] = []

    class Links(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(value for name, value in attrs if tag == "a" and name == "href" and value)

    Links().feed(text)
    return found


def _by_hand(file: ExtraFile) -> str:
    return (
        f"Fetch {file.name} ({megabytes(file.size)}) from any index of Python packages and name its folder with "
        "--from, or name an index."
    )
