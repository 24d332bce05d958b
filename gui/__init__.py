"""The window: Tk and ttkbootstrap. Nothing else imports this layer."""
