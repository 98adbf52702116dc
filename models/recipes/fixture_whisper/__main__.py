"""The whole recipe: ``python -m models.recipes.fixture_whisper --work FOLDER``; a second run goes on where it stopped."""

from __future__ import annotations

import subprocess
import sys

HERE = "models.recipes.fixture_whisper"
FOLDER = "models/fixtures/whisper-fixture"


def main() -> None:
    work = sys.argv[1:]
    for step in (["make_speech", *work], ["train", *work], ["export", *work], ["evaluate", FOLDER, *work]):
        subprocess.run([sys.executable, "-m", f"{HERE}.{step[0]}", *step[1:]], check=True)
    subprocess.run([sys.executable, "-m", "models.recipes.seal", FOLDER], check=True)


if __name__ == "__main__":
    main()
