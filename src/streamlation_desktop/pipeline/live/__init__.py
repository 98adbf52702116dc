"""Live captions: from sound as it comes to text that is settled and never changes."""
