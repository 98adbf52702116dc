"""Translated speech in the time of the original: pure functions on text, times and samples."""
