"""The clock of a drill: moved by the player, read by the feed server."""

from __future__ import annotations

from datetime import datetime


class Clock:
    """Simulated time. `now` is aware; it stands still until somebody sets it, and may go back."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    @property
    def now(self) -> datetime:
        return self._now

    @now.setter
    def now(self, moment: datetime) -> None:
        if moment.tzinfo is None:
            raise ValueError("a clock needs an aware time")
        self._now = moment
