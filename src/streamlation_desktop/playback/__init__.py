"""Plays media in step with its captions; knows no Qt."""
