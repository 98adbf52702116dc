"""Opens the window of the installed application on an X server in the clean root, and takes its picture."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

from installers.linux.clean_root import CleanRoot

_SCRIPT = r"""
export DISPLAY=:77
Xvfb :77 -screen 0 1280x800x24 -nolisten tcp -noreset -fbdir /tmp >/dev/null 2>&1 &
server=$!
until xwininfo -root >/dev/null 2>&1; do sleep 0.1; done
start=$(date +%s%N)
"$@" >window.out 2>&1 &
application=$!
tries=0
until xwininfo -root -tree | grep -q '"Streamlation'; do
    sleep 0.02
    tries=$((tries + 1))
    if [ $tries -gt 3000 ] || ! kill -0 $application; then
        cat window.out
        xwininfo -root -tree
        kill $server
        exit 1
    fi
done
echo $(( ($(date +%s%N) - start) / 1000000 ))
sleep "$SECONDS_OPEN"
cp /tmp/Xvfb_screen0 /tmp/screen.xwd
kill -TERM $application
wait $application
echo $?
kill $server
wait $server
"""


def window_appears(root: CleanRoot, program: str, picture: Path, seconds: int = 4) -> dict[str, Any]:
    """Start it, wait for its window, take a picture after `seconds`, and end it as the end of a session does.

    Returns:
        Milliseconds until the window was there, and how the program ended.
    """
    root.as_root("apt-get install -y -q --no-install-recommends xvfb x11-utils")
    (root.folder / "tmp" / "window.sh").write_text(_SCRIPT, encoding="utf-8")
    milliseconds, code = root.as_user(f"SECONDS_OPEN={seconds} sh /tmp/window.sh {program}").stdout.split()[-2:]
    save_screen((root.folder / "tmp" / "screen.xwd").read_bytes(), picture)
    return {"milliseconds": int(milliseconds), "exit_code_after_term": int(code), "picture": picture.name}


def save_screen(dump: bytes, picture: Path) -> None:
    """Turn Xvfb's memory, an X window dump of 32 bits a pixel, into a PNG file."""
    from PySide6.QtGui import QImage

    header, _, _, depth, width, height, *_, bits, stride = struct.unpack(">13I", dump[:52])
    if (depth, bits) != (24, 32):
        raise SystemExit(f"a screen of {depth} bits in {bits} is not known")
    colours = struct.unpack(">I", dump[76:80])[0]
    pixels = dump[header + 12 * colours :]
    QImage(pixels, width, height, stride, QImage.Format.Format_RGB32).copy().save(str(picture))
