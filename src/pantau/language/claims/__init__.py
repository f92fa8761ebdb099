"""What a text claims: figures, money, dates, times, laws, names, offices, quotes, and how sure it is."""

from __future__ import annotations

from pantau.domain.claims import Claim
from pantau.language.claims import (
    dates,
    legal,
    naming,
    offices,
    order,
    people,
    places,
    quantities,
    quotes,
    stance,
    times,
)
from pantau.language.claims.page import Reading, Word

__all__ = ["Reading", "Word", "read", "taken"]


def read(text: str) -> list[Claim]:
    """The claims of a text in the order of their places. Never raises, whatever the text."""
    return taken(Reading(text))


def taken(page: Reading) -> list[Claim]:
    """The claims of a page that nothing was taken from yet."""
    found: list[Claim] = []
    naming.links(page)
    found += naming.phones(page)
    found += legal.find(page)
    naming.codes(page)
    found += dates.find(page)
    found += times.find(page)
    found += quantities.find(page)
    found += offices.find(page)
    found += places.find(page)
    found += people.find(page, found)
    found += quotes.find(page)
    found += stance.find(page)
    found += order.find(page)
    return sorted(found, key=lambda claim: (claim.start, claim.end))
