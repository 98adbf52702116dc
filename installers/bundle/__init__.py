"""What goes into the packaged application."""
