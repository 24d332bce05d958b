"""The window: Tk and ttkbootstrap. Nothing else imports this layer."""

from gui.lean import import_ttkbootstrap

import_ttkbootstrap()
