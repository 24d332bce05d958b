"""Colours, type and scale: how everything looks."""
