"""The printed forms, one module each: a frozen dataclass of prepared values, and `load` to fill it from the models."""
