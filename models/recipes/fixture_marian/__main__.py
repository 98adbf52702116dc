"""Both directions: ``python -m models.recipes.fixture_marian --work FOLDER``; a second run goes on where it stopped."""

from __future__ import annotations

import subprocess
import sys


def main() -> None:
    for source, target in (("en", "es"), ("es", "en")):
        pair = ["--source", source, "--target", target]
        subprocess.run([sys.executable, "-m", "models.recipes.fixture_marian.train", *sys.argv[1:], *pair], check=True)
        folder = f"models/fixtures/opus-fixture-{source}-{target}"
        subprocess.run([sys.executable, "-m", "models.recipes.seal", folder], check=True)


if __name__ == "__main__":
    main()
