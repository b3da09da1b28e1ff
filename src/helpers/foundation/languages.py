"""The languages that are read, as ISO 639-1 codes: a module of its own, for nearly every command begins with it."""

LANGUAGES = ("be", "de", "en", "es", "fa", "fr", "it", "lt", "pl", "ro", "ru", "tr", "uk")
