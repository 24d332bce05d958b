"""What the print page is made of: preview, choices, printers."""
