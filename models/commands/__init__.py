"""What the commands do, and what they say; main.py names them and reads their arguments."""
