"""Readable, well-timed captions and their file formats: pure functions."""
