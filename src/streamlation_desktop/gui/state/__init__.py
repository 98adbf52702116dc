"""What the window knows: sessions, settings, the open media. Lives on the GUI thread."""
