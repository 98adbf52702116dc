"""Recognizers that listen while someone speaks: what is settled at once, what is still open."""
