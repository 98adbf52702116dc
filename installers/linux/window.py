"""Opens the window of the installed application on an X server in the clean root."""

from __future__ import annotations

from typing import Any

from installers.linux.clean_root import CleanRoot

_SCRIPT = r"""
export DISPLAY=:77
Xvfb :77 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
until xwininfo -root >/dev/null 2>&1; do sleep 0.1; done
start=$(date +%s%N)
streamlation >window.out 2>&1 &
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
sleep 3
kill -TERM $application
wait $application
echo $?
kill $server
"""


def window_appears(root: CleanRoot) -> dict[str, Any]:
    """Start it, wait for its window, and end it as the end of a session does.

    Returns:
        Milliseconds until the window was there, and how the program ended.
    """
    root.as_root("apt-get install -y -q --no-install-recommends xvfb x11-utils")
    script = root.folder / "tmp" / "window.sh"
    script.write_text(_SCRIPT, encoding="utf-8")
    milliseconds, code = root.as_user("sh /tmp/window.sh").stdout.split()[-2:]
    return {"milliseconds": int(milliseconds), "exit_code_after_term": int(code)}
