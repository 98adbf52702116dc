"""The last minutes of a live stream on disk: one writer, any number of readers, in this process or another."""
