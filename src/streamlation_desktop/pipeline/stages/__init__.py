"""One stage per file: a callable from an iterable of inputs to an iterable of outputs."""
