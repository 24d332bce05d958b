"""Workbooks and CSV in, workbooks out."""
