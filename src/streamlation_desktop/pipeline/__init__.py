"""Stages on threads, joined by bounded channels."""
