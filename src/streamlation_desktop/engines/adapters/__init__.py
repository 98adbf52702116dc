"""Concrete engines, one file or folder each; only `engines.registry` imports from here, on first use."""
