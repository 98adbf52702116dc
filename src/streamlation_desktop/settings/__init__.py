"""What the user may set, and where things live on disk."""
