"""Dubbing jobs: a queue that survives anything, stages whose results are kept, files that are whole or absent."""
