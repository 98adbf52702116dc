"""Is there a newer version? Asked only by those who want it, believed only when it is signed."""
