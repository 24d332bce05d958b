"""How much a file may hold; checked before and while it is read."""

FILE_BYTES = 20 * 2**20
UNPACKED_BYTES = 100 * 2**20
PART_BYTES = 50 * 2**20
"""For all parts but the sheets themselves, which may be as large as all together."""

ENTRIES = 2_000
RATIO = 100
RATIO_FROM_BYTES = 2**20
"""Small parts may be packed tighter: a megabyte of blanks harms nobody."""

COLUMNS = 100
EMPTY_ROWS = 200
GRID_CELLS = 40_000_000
"""Cells between the first and the last one in use; calamine lays all of them out, the empty ones too."""

CELLS, ROWS = 20_000_000, 2_000_000
"""What all sheets together may bring: an .ods of a few kilobytes can repeat one row a million times."""

MERGED_CELLS = 2_000_000
"""Merged cells that are filled with the value of their first."""

MEMORY_BYTES = 2 * 2**30
SECONDS = 30
