"""The catalogue of sentences: resources/sentences/id.json and every <room>.id.json beside it; so for `en`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from string import Formatter
from typing import Any

from pantau import assets
from pantau.domain.errors import PantauError

LANGUAGES = ("id", "en")


def say(key: str, /, language: str = "id", **facts: object) -> str:
    """The sentence of `key`, its figures written the way the language writes them. Never raises.

    A key without a sentence comes back as itself with its facts, so that nothing is hidden from the officer.
    With `count=1` the sentence "<key>.one" is taken where there is one.
    """
    return _told(key, language, facts)


def explain(error: BaseException, language: str = "id") -> str:
    """What went wrong, whose fault it is and what to do; for a bug of ours the sentence that admits it."""
    if isinstance(error, PantauError):
        return _told(error.key, language, error.facts)
    return _told("error.bug", language, {"kind": type(error).__name__})


def _told(key: str, language: str, facts: Mapping[str, object]) -> str:
    template = _template(key, language, facts)
    if template is None:
        told = ", ".join(f"{name} {value}" for name, value in facts.items())
        return f"{key} ({told})" if told else key
    try:
        return _Teller(language).vformat(template, (), facts)
    except (ValueError, TypeError, AttributeError, IndexError):
        return template


def _template(key: str, language: str, facts: Mapping[str, object]) -> str | None:
    for spoken in (language, *LANGUAGES):
        catalogue = _catalogue(spoken)
        if facts.get("count") == 1 and f"{key}.one" in catalogue:
            return catalogue[f"{key}.one"]
        if key in catalogue:
            return catalogue[key]
    return None


@cache
def _catalogue(language: str) -> dict[str, str]:
    folder = assets.path("sentences")
    sentences: dict[str, str] = {}
    for file in (*sorted(folder.glob(f"*.{language}.json")), folder / f"{language}.json"):
        if file.is_file():
            sentences.update(json.loads(file.read_text(encoding="utf-8")))
    return sentences


class _Teller(Formatter):
    """str.format, but a bare figure is written as people write it, and a fact that is not known is a dash.

    Two formats of our own: "{minutes:duration}" tells minutes as people do ("1 jam 20 menit"), and
    "{word:@severity}" tells a name by its sentence, here "severity.<word>".
    """

    def __init__(self, language: str) -> None:
        self._language = language

    def get_value(self, key: int | str, args: Any, kwargs: Mapping[str, Any]) -> Any:
        return kwargs.get(str(key), "\N{EN DASH}")

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "duration" and isinstance(value, int | float):
            return _duration(value, self._language)
        if format_spec.startswith("@"):
            return _named(f"{format_spec[1:]}.{value}", str(value), self._language)
        if format_spec and format_spec != "duration":
            return str(super().format_field(value, format_spec))
        return spoken(value, self._language)


def _duration(minutes: float, language: str) -> str:
    from pantau.words import times  # here, since it tells its own words by this module

    return times.duration(timedelta(minutes=minutes), language=language)


def _named(key: str, name: str, language: str) -> str:
    known = _template(key, language, {}) is not None
    return say(key, language) if known else name


def spoken(value: object, language: str) -> str:
    """A fact as text: figures with their marks, times by the clock, lists with commas, all else as it is."""
    from pantau.words import figures, times  # here, since both tell their own words by this module

    if isinstance(value, bool) or value is None:
        return say("fact.none" if value is None else f"fact.{str(value).lower()}", language)
    if isinstance(value, int | float):
        return figures.number(value, language=language)
    if isinstance(value, datetime) and value.tzinfo is not None:
        return times.clock(value, language=language)
    if isinstance(value, list | tuple):
        return ", ".join(spoken(part, language) for part in value)
    return str(value)
