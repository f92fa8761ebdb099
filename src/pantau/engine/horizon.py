"""How long stories stay active, and how soon a score that time alone changes is looked at again."""

from __future__ import annotations

from datetime import timedelta

FALSE_KNOWN = timedelta(days=90)  # how long what a fact-checker called false is looked for: hoaxes come back
WINDOW = timedelta(hours=72)  # without a report in it a story is over
HIGH = 20.0
SOON, LATER = 55.0, 1_800.0  # seconds after which a high score, any other, is looked at again
