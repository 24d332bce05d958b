"""The controls every page is built of."""
