"""The database: history, chunk ledger, translation cache. The only importer of sqlite_utils."""
