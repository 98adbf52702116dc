"""Long work in a queue: retries, a manifest, pause and resume."""
