"""What the gate finds in a text before it leaves the desk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pantau import words


class Audience(StrEnum):
    """Who will read the text: abbreviations are explained to the public only, embargoes bind outside."""

    PUBLIC = "public"
    MEDIA = "media"
    INTERNAL = "internal"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class GateFinding:
    """`start` and `end` are string indices in the text, `why` is a sentence for the officer, in Indonesian.

    key, facts  the sentence as `words.say` takes it, for those who read another language
    """

    rule: str
    text: str
    start: int
    end: int
    why: str
    severity: Severity
    key: str = ""
    facts: tuple[tuple[str, object], ...] = ()


def found(
    text: str, span: tuple[int, int], rule: str, severity: Severity, *, why: str = "", **facts: object
) -> GateFinding:
    """A finding at a span. `why` names the sentence "gate.<why>"; without it the rule's own is taken."""
    start, end = span
    key = f"gate.{why or rule}"
    sentence = words.say(key, "id", **facts)
    return GateFinding(rule, text[start:end], start, end, sentence, severity, key, tuple(facts.items()))
