"""How long work of the window's thread is shared out."""

TURN = 6
"""Milliseconds until the next step of what is done in several: what was made is painted and keys are heard in between.
With none, or much less than painting takes, both would be one turn of the event loop."""
SHARE = 0.008
"""Seconds after which a step ends."""
