"""The player's widgets: picture, captions and controls."""
