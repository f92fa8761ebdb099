"""One tree of errors. A key and facts here; the sentence is made where it is shown (`pantau.words`)."""

from __future__ import annotations


class PantauError(Exception):
    """Something that an officer or operator can understand and mend.

    key    names the sentence in the catalogue of words, as in "source.not-found"
    facts  what the sentence tells: numbers, names, addresses; never secrets
    """

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.key} ({told})" if told else self.key


class Refused(PantauError):
    """The act is not allowed as things stand; nothing was changed."""


class Stale(PantauError):
    """A colleague changed the thing since it was read; nothing was changed."""


class NotFound(PantauError):
    """There is no such thing."""


class StoreError(PantauError):
    """The database cannot do it: missing, newer, full, damaged."""


class FetchError(PantauError):
    """A source did not give what was asked of it."""
