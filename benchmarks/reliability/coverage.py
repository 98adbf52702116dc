"""Fuzzing that looks for new paths: ``python3 dev.py reliability coverage [-s SECONDS] [PARSER ...]`` (60 each).

Atheris watches which branches of ours an input takes, and keeps what reaches new ones. It has wheels for Linux and
macOS only, so that it is brought along by the verb and is no dependency. What falls, or takes longer than a parser may,
is kept in ``out/fuzz``. All times are processor time: a busy machine changes nothing.
"""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

_WATCHED = {
    **dict.fromkeys(("catalogue", "model-manifest"), ("modelstore.manifest", "modelstore.catalog")),
    **dict.fromkeys(("update", "signed-update"), ("updates.manifest",)),
    "playlist": ("media.hls_text", "media.local_playlist"),
    "hls-walls": ("media.hls_text",),
    "settings": ("settings.store", "settings.upgrades"),
    "glossary": ("translation.glossary",),
    "api-bodies": ("media.location", "core.language"),
}
"""Modules whose branches are watched, with what they import first: all would take long to prepare."""
_WATCHED_OTHERWISE = ("subtitles.formats.registry",)
SLOW = frozenset({"playlist", "dash"})
"""They open what they name; `parsers` breaks them."""
OUT = ROOT / "out" / "fuzz"
_FLAGS = ("-timeout=300", "-report_slow_units=300", "-rss_limit_mb=2048", "-max_len=20000")
_QUIET = ("-print_final_stats=1", "-verbosity=0")


def main() -> int:
    """Every parser in a process of its own; exit code 1 when one fell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parsers", nargs="*")
    parser.add_argument("-s", type=int, default=60, metavar="SECONDS")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        return _fuzz(options.one, options.s)
    from tests.support.fuzz import targets

    fell = []
    for name in options.parsers or sorted(set(targets()) - SLOW):
        print(f"== {name}", flush=True)
        command = [sys.executable, __file__, "--one", name, "-s", str(options.s)]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            fell.append(name)
    print("fell:", *fell or ["none"])
    return 1 if fell else 0


def _fuzz(name: str, seconds: int) -> int:
    import atheris

    with atheris.instrument_imports(include=["streamlation_desktop"]):
        for module in _WATCHED.get(name, _WATCHED_OTHERWISE):
            importlib.import_module(f"streamlation_desktop.{module}")
    from tests.support.fuzz import attempt, targets

    target = targets()[name]
    OUT.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="streamlation-fuzz-"))
    os.environ["STREAMLATION_HOME"] = str(folder / "home")
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(seed)
    words = folder / "words"
    words.write_text("".join(f'"{_escaped(token)}"\n' for token in target.tokens), encoding="ascii")
    end = time.process_time() + seconds

    def one(data: bytes) -> None:
        started = time.process_time()
        attempt(target, data, folder)
        now = time.process_time()
        assert now - started < target.most_seconds, "slow"
        if now > end:
            os.kill(os.getpid(), signal.SIGUSR1)  # libFuzzer ends, with its figures

    atheris.Setup(
        [sys.argv[0], *_FLAGS, *_QUIET, f"-dict={words}", f"-artifact_prefix={OUT}/{name}-", str(corpus)], one
    )
    atheris.Fuzz()  # ends the process
    return 0


def _escaped(token: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in token)


if __name__ == "__main__":
    sys.exit(main())
