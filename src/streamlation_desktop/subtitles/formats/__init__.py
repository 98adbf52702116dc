"""Subtitle file formats: one module each, reached through the registry."""
