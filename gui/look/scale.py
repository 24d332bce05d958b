"""The one scaling factor: every raw pixel of the window goes through `px`."""

GRID = 8

_scale = {"factor": 1.0}


def px(logical: float) -> int:
    """Screen pixels of a length drawn for 96 dpi; never 0 for a length that is not."""
    return max(1, round(logical * _scale["factor"])) if logical else 0


def set_factor(factor: float) -> None:
    """Said once, when the root window stands."""
    _scale["factor"] = factor
