"""Paper: prepared values in, PDF pages out. Nothing here queries, and nothing here knows a window."""
