"""The Hugging Face hub's conventions on this machine: its environment variables and its cache."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.files import with_home
from streamlation_desktop.modelstore import licences

_COMMIT_LENGTH = 40
_SHA256_LENGTH = 64


@dataclass(frozen=True, slots=True)
class HubEnvironment:
    """What the ``HF_*`` variables say, read at each use."""

    endpoint: str
    cache: Path
    offline: bool

    @classmethod
    def read(cls) -> HubEnvironment:
        """``HF_ENDPOINT``, ``HF_HUB_CACHE``, ``HF_HOME``, ``XDG_CACHE_HOME``, ``HF_HUB_OFFLINE``."""
        environ = os.environ
        base = Path(environ.get("XDG_CACHE_HOME") or "~/.cache")
        home = Path(environ.get("HF_HOME") or base / "huggingface")
        cache = Path(environ.get("HF_HUB_CACHE") or environ.get("HUGGINGFACE_HUB_CACHE") or home / "hub")
        return cls(
            endpoint=(environ.get("HF_ENDPOINT") or "https://huggingface.co").rstrip("/"),
            cache=with_home(os.path.expandvars(cache)),
            offline=environ.get("HF_HUB_OFFLINE", "").upper() in {"1", "ON", "YES", "TRUE"},
        )


@dataclass(frozen=True, slots=True)
class HubFile:
    """One file of a repository at a commit."""

    path: str
    size: int | None
    sha256: str | None
    """Known for files in LFS: all the large ones."""
    git_sha1: str | None
    """Known for the others."""
    cached: Path | None = None
    """The file in the Hugging Face cache of this machine."""


@dataclass(frozen=True, slots=True)
class HubRepository:
    """A repository at a commit."""

    id: str
    commit: str
    files: tuple[HubFile, ...]
    licence: str
    """SPDX as far as the model card says."""


@dataclass(frozen=True, slots=True)
class HubCache:
    """The cache that every program using the hub shares."""

    folder: Path

    def repository(self, repo: str, revision: str) -> HubRepository | None:
        """What is here of a repository; None when nothing is."""
        home = self._home(repo)
        reference = home / "refs" / revision
        commit = reference.read_text(encoding="utf-8").strip() if reference.is_file() else revision
        snapshot = home / "snapshots" / commit
        if len(commit) != _COMMIT_LENGTH or not snapshot.is_dir():
            return None
        files = tuple(_cached(path, snapshot) for path in sorted(snapshot.rglob("*")) if path.is_file())
        return HubRepository(repo, commit, files, licences.UNKNOWN)

    def find(self, repo: str, commit: str, name: str, blob: str | None) -> Path | None:
        """A file at a commit, or the same content downloaded with another commit."""
        home = self._home(repo)
        places = [home / "snapshots" / commit / name, *([home / "blobs" / blob] if blob else [])]
        return next((place for place in places if place.is_file()), None)

    def _home(self, repo: str) -> Path:
        return self.folder / f"models--{repo.replace('/', '--')}"


def _cached(path: Path, snapshot: Path) -> HubFile:
    # the cache names a blob by its SHA-256 (LFS) or git SHA-1, which tells what it must contain
    blob = path.resolve().name
    return HubFile(
        path=path.relative_to(snapshot).as_posix(),
        size=path.stat().st_size,
        sha256=blob if len(blob) == _SHA256_LENGTH else None,
        git_sha1=blob if len(blob) == _COMMIT_LENGTH else None,
        cached=path,
    )
