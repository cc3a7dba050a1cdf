"""The door: commands, settings, wiring. The only room that knows all others, and the only one that prints."""
