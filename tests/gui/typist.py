"""Somebody who types one character after the other in a window of its own, until he is killed."""

TYPING = """
import sys, time
from pathlib import Path
from gui.pages.friend import FriendPage
from gui.page import RailPage
from gui.window import Window
from models.storage import open_database
open_database(Path(sys.argv[1]))
window = Window(Path(sys.argv[1]), [RailPage("基层朋友", "person-heart", lambda: FriendPage)])
window.root.update()
window.page.add()
field = window.page.drawer.form["name"]
field.inner.focus_force()
window.root.update()
def type_one():
    entry = field.inner
    entry.insert("end", "样")
    entry.event_generate("<KeyRelease>", keysym="space", when="now")
    print(time.monotonic(), len(entry.get()), flush=True)
    window.root.after(100, type_one)
type_one()
window.root.mainloop()
"""
