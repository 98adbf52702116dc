"""History, ledger and translation cache in one SQLite file (see docs/storage.md)."""
