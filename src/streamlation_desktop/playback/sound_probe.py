"""Runs in a child process: PortAudio aborts the process where the system's sound set-up is broken."""

from __future__ import annotations


def count_devices() -> int:
    """Load PortAudio and ask it for its devices."""
    import sounddevice

    return len(sounddevice.query_devices())
