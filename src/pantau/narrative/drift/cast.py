"""Who and what a narrative names."""

from __future__ import annotations

from functools import cache

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import lexicons
from pantau.narrative.drift.sides import Side


@cache
def _implied() -> dict[str, list[str]]:
    """Offices that a title names with it."""
    found: dict[str, list[str]] = lexicons.told("implied")
    return found


class Cast:
    """Who and what the narrative names."""

    def __init__(self, narrative: Side) -> None:
        kinds = narrative.by_kind
        self.side = narrative
        self.names = kinds[ClaimKind.NAME]
        self.titles = outside_laws(narrative, kinds[ClaimKind.TITLE])
        self.offices = kinds[ClaimKind.OFFICE]
        self.places = kinds[ClaimKind.PLACE]
        self.words = {word.word for word in narrative.page.words}
        self.stems = {word.stem for word in narrative.page.words} | {term.concept for term in narrative.terms}
        self.title_heads = {claim.parts[0] for claim in self.titles}
        self.heads = {claim.parts[0] for claim in self.offices}
        for title in self.title_heads:
            self.heads.update(_implied().get(title, ()))
        for head in tuple(self.heads):
            self.heads.update(_implied().get(head, ()))
        self.codes = {code for claim in self.places for code in claim.parts}


def outside_laws(side: Side, claims: list[Claim]) -> list[Claim]:
    """Claims whose words are no part of a reference to a law."""
    return [claim for claim in claims if side.page.is_free(claim.start, claim.end)]
