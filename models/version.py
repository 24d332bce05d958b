"""The version of the program: said here alone; pyproject.toml, the build and 关于 read it here."""

VERSION = "0.1.0"
