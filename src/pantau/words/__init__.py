"""Sentences and figures for people, Indonesian first. Knows neither Qt nor the store."""

from pantau.words.figures import number, percent
from pantau.words.sentences import LANGUAGES, explain, say
from pantau.words.times import WIB, age, clock, day, duration, moment

__all__ = [
    "LANGUAGES",
    "WIB",
    "age",
    "clock",
    "day",
    "duration",
    "explain",
    "moment",
    "number",
    "percent",
    "say",
]
