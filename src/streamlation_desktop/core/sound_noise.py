"""Keeps ALSA and JACK from writing to the terminal: PortAudio asks both for everything that a machine might have."""

from __future__ import annotations

import ctypes
import functools
import sys

_LISTENERS = {
    "libasound.so.2": ("snd_lib_error_set_handler",),
    "libjack.so.0": ("jack_set_error_function", "jack_set_info_function"),
}
"""By library: who is told what it would write otherwise."""


@functools.cache
def quiet_sound_libraries() -> None:
    """Give their messages to a function that does nothing; call it before PortAudio is loaded. Linux only."""
    if sys.platform != "linux":
        return
    # One of the C library: a function of ours would wait for the interpreter, on threads that play sound
    nothing = ctypes.cast(ctypes.CDLL(None).getppid, ctypes.c_void_p)
    for name, setters in _LISTENERS.items():
        try:
            library = ctypes.CDLL(name)
        except OSError:  # PortAudio does without it, too
            continue
        for setter in setters:
            if hasattr(library, setter):
                getattr(library, setter)(nothing)
