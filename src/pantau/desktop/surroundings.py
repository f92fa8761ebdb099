"""What every page is given: the theme, the worker, the language and the time. Passed on, never global."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from pantau import words
from pantau.desktop.theme import Theme
from pantau.desktop.worker import Worker


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`now` is this machine's clock, or the drill's; `language` is "id" or "en"."""

    theme: Theme
    worker: Worker
    language: str = "id"
    now: Callable[[], datetime] = utc_now

    def say(self, key: str, /, **facts: object) -> str:
        return words.say(key, self.language, **facts)

    def explain(self, error: BaseException) -> str:
        return words.explain(error, self.language)

    def number(self, value: float, decimals: int | None = None) -> str:
        return words.number(value, decimals=decimals, language=self.language)

    def clock(self, at: datetime, *, zone: bool = True) -> str:
        return words.clock(at, language=self.language, zone=zone)

    def moment(self, at: datetime) -> str:
        return words.moment(at, self.now(), language=self.language)

    def age(self, at: datetime, *, short: bool = False) -> str:
        return words.age(at, self.now(), language=self.language, short=short)

    def duration(self, length: timedelta, *, short: bool = False) -> str:
        return words.duration(length, language=self.language, short=short)
