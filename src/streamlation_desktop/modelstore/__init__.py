"""Weights on disk: catalogue, download, import, verification, licences."""
