"""What is done for one language of a job, a stage per file; each result is kept under a key of all it depends on."""
