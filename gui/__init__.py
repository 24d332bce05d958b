"""The window: Tk and ttkbootstrap. Nothing else imports this layer."""

from gui.look.lean import import_ttkbootstrap

import_ttkbootstrap()
