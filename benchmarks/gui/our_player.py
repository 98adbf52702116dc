"""Our player as a program under measurement. Usage: python -m benchmarks.gui.our_player FILE SUBTITLES SECONDS"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from streamlation_desktop.gui.player.widget import PlayerWidget


def main() -> None:
    app = QApplication(sys.argv)
    widget = PlayerWidget()
    widget.bar.hide()
    widget.setGeometry(0, 0, 1280, 720)
    widget.show()
    widget.open(sys.argv[1])
    widget.add_subtitle_file(Path(sys.argv[2]))

    def finish() -> None:
        stats = widget.player.stats
        started = time.monotonic()
        widget.close()
        closing = time.monotonic() - started
        told = {"shown": stats.shown, "dropped": stats.dropped, "late": stats.late, "gaps": stats.sound_gaps}
        print(json.dumps(told | {"close_ms": round(closing * 1000, 1)}), flush=True)
        app.quit()

    QTimer.singleShot(int(float(sys.argv[3]) * 1000), finish)
    app.exec()


if __name__ == "__main__":
    main()
