from __future__ import annotations

import os
import subprocess
import sys


def test_linear_algebra_keeps_no_other_core_busy() -> None:
    """In a child, where numpy is imported after the program."""
    script = (
        "import streamlation_desktop.engines.guards, numpy, os\n"
        "a = numpy.ones((300, 300), numpy.float32)\n"
        "a @ a\n"
        "print(len(os.listdir('/proc/self/task')) if os.path.exists('/proc/self/task') else 1)\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout == "1\n"
