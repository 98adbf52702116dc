"""Streamlation Desktop: watch any video or live stream in your own language, offline."""

import os

__version__ = "0.1.0"

# Before numpy is imported: its linear algebra keeps a thread on every other core busy for a tenth of a second after
# each product, however small. Beside a model on one thread that doubled the processor time of live captions.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
