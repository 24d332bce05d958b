"""The forms of the pages, imported when the first of them is opened: the window need not wait for them."""
