"""Where things live on disk."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HOME_VARIABLE = "STREAMLATION_HOME"
CUDA_LIBRARIES_VARIABLE = "STREAMLATION_CUDA_LIBRARIES"
"""Where this process and its children find cuBLAS, when it is installed as an optional part."""


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The application's folders; `ensure` makes them."""

    config: Path
    data: Path
    models: Path
    cache: Path
    logs: Path

    @property
    def settings_file(self) -> Path:
        """The user's settings, TOML."""
        return self.config / "settings.toml"

    @property
    def database(self) -> Path:
        """History, ledger and translation cache, SQLite."""
        return self.data / "streamlation.db"

    def ensure(self) -> None:
        """Create the folders, private to the user."""
        for folder in (self.config, self.data, self.models, self.cache, self.logs):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def app_paths() -> AppPaths:
    """Folders of this user; all below ``STREAMLATION_HOME`` where that is set (tests, portable use)."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = Path(home).expanduser().absolute()
        return AppPaths(root / "config", root / "data", root / "models", root / "cache", root / "logs")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("streamlation", appauthor=False)
    data = Path(dirs.user_data_path)
    return AppPaths(dirs.user_config_path, data, data / "models", dirs.user_cache_path, dirs.user_log_path)


@cache
def data_root() -> Path:
    """The folder that holds ``resources`` and the embedded ``models``: bundle, wheel or checkout."""
    bundle = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).resolve().parents[1]
    for root in (Path(bundle) if bundle else None, package / "_data", package.parents[1]):
        if root is not None and (root / "resources").is_dir():
            return root
    raise FileNotFoundError("the application's resources are missing: the installation is damaged")


def resource(name: str) -> Path:
    """A file or folder below ``resources``."""
    return data_root() / "resources" / name


def embedded_model(name: str) -> Path:
    """A model that ships with the application, below ``models``."""
    return data_root() / "models" / name
