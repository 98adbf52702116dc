"""Televisions and speakers: discovery, delivery, control."""
