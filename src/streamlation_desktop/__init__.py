"""Streamlation Desktop: watch any video or live stream in your own language, offline."""

__version__ = "0.1.0"
