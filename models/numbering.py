"""编号: running numbers that stay with a record for ever."""

from models.base import Table, database


def next_number(table: type[Table], start: str) -> str:
    """The next free number that begins so: four digits more (five once there are over 9,999)."""
    name = table._meta.table_name
    taken = database.execute_sql(f"SELECT number FROM {name} WHERE number GLOB ?", (f"{start}*",)).fetchall()
    tails = (str(number)[len(start) :] for (number,) in taken)
    return f"{start}{1 + max((int(tail) for tail in tails if tail.isdecimal()), default=0):04d}"
