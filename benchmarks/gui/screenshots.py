"""Pictures of every page and dialog: light, dark, mirrored, and doubled.

python3 dev.py screenshots [LOOK …]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample" / "sample.mp4"
LOOKS = {
    "light": {"STREAMLATION_INTERFACE_THEME": "light", "STREAMLATION_INTERFACE_LANGUAGE": "en"},
    "dark": {"STREAMLATION_INTERFACE_THEME": "dark", "STREAMLATION_INTERFACE_LANGUAGE": "de"},
    "mirrored": {"STREAMLATION_INTERFACE_THEME": "light", "STREAMLATION_INTERFACE_LANGUAGE": "ar"},
    "doubled": {
        "STREAMLATION_INTERFACE_THEME": "light",
        "STREAMLATION_INTERFACE_LANGUAGE": "es",
        "QT_SCALE_FACTOR": "2",
    },
}


def main() -> int:
    """Translate and dub the sample once, then let each look be walked through in a process of its own."""
    output, looks = Path(sys.argv[1]), sys.argv[2:] or list(LOOKS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "home", folder)
        for look in looks:
            shutil.copytree(folder / "home", folder / look)
            environment = {"QT_QPA_PLATFORM": "offscreen", "STREAMLATION_HOME": str(folder / look), **LOOKS[look]}
            walk = [sys.executable, "-m", "benchmarks.gui.tour", str(output), look]
            subprocess.run(walk, check=True, cwd=ROOT, env={**os.environ, **environment})
    print(f"pictures in {output}")
    return 0


def fill(home: Path, folder: Path) -> None:
    """A history and a queue of dubs, one of which failed: nothing translates into Finnish."""
    program, here = [sys.executable, "-m", "streamlation_desktop"], {**os.environ, "STREAMLATION_HOME": str(home)}
    translate = [*program, "run", str(SAMPLE), "--to", "es", "-f", "srt", "-o", str(folder), "-q"]
    subprocess.run(translate, check=True, env=here)
    dub = [*program, "dub", str(SAMPLE), "--to", "es,fi", "--from", "en", "-o", str(folder / "dub"), "-q"]
    subprocess.run(dub, check=False, env=here)


if __name__ == "__main__":
    sys.exit(main())
