"""Sound that is no file or stream: microphones and what the computer plays."""
