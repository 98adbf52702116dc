from __future__ import annotations

import subprocess
import sys

import pytest

from streamlation_desktop.cli.main import run


def test_without_arguments_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    assert "streamlation run talk.mp4 --to es" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["rnu"], "unknown command: rnu", "streamlation run"),
        (["run", "x.mp4", "--too", "es"], "unknown argument: --too", "--to"),
        (["run", "x.mp4", "--to", "klingonese"], "klingonese", "es"),
        (["run", "x.mp4", "-f", "srt,pdf"], "unknown format: pdf", "srt"),
        (["run"], "INPUT", "run --help"),
        (["run", "x.mp4", "--device", "tpu"], "tpu", "run --help"),
        (["run", "x.mp4", "--beam-size", "0"], "--beam-size", ""),
    ],
)
def test_mistakes_are_one_line_with_a_hint(
    arguments: list[str], message: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith("error: ")
    assert message in error
    assert hint in error
    assert "Traceback" not in error


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from streamlation_desktop.cli.main import run; run(['--help']); "
        "heavy = {'av', 'ctranslate2', 'PySide6', 'numpy', 'pydantic', 'rich', 'faster_whisper', 'onnxruntime'}; "
        "sys.exit(', '.join(heavy & set(sys.modules)) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_help_of_a_verb_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom streamlation_desktop.cli.main import run\n"
        "try:\n    run(['run', '--help'])\nexcept SystemExit: pass\n"
        "heavy = {'av', 'ctranslate2', 'PySide6', 'pydantic', 'rich', 'faster_whisper', 'onnxruntime'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
