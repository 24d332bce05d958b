"""Screen logic without Tk: what deserves a plain unit test."""
