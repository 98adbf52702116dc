"""``streamlation update``: is there a newer version?"""

from __future__ import annotations

import argparse
import json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: argparse.Namespace) -> int:
    """Ask now; nothing is installed."""
    from streamlation_desktop import __version__
    from streamlation_desktop.settings.paths import app_paths
    from streamlation_desktop.updates.check import UpdateCheck, UpdateSource

    release = UpdateCheck(app_paths(), UpdateSource.shipped()).newest()
    if options.json:
        print(json.dumps(None if release is None else release.model_dump(mode="json"), ensure_ascii=False))
    elif release is None:
        print(f"{__version__} is the newest version")
    else:
        print(f"version {release.version} of {release.released:%Y-%m-%d} is available (this is {__version__})")
        for download in release.downloads:
            print(f"  {download.platform}: {download.url} ({download.size / 1e6:.0f} MB, SHA-256 {download.sha256})")
        print(release.notes)
    return 0
