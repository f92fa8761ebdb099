"""Drills: a scripted crisis is played into a database of its own and shown in a window of its own."""
