"""Fits spoken translations into their time and mixes them: pure functions on arrays."""
