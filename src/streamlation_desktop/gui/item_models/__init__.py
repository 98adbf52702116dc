"""Models behind lists and tables, and how their rows are painted."""
