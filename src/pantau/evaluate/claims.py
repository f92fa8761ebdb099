"""The claims of labelled texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pantau.domain.claims import Claim, ClaimKind
from pantau.evaluate.streams import words
from pantau.language.claims import read

_EACH = frozenset(("sehari", "seminggu", "sepekan", "sebulan", "setahun", "semalam"))
_QUANTITIES = (ClaimKind.FIGURE, ClaimKind.MONEY, ClaimKind.DURATION, ClaimKind.PERCENTAGE)
_BILLS = ("RUU", "RPP", "Rapermen", "Raperpres")


def claims(rows: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """For each `{id, text}` an object `{id, claims}`."""
    for number, row in rows:
        yield {"id": row["id"], "claims": stated(words(row, "text", number))}


def stated(text: str) -> list[dict[str, Any]]:
    """What a text states, without what only the drift check compares: ordinals, numbers of telephones and cars, and
    of one in a series, "sebuah", a bill that is not named."""
    found = [claim for claim in read(text) if not _is_for_comparing(claim)]
    ends = {claim.end for claim in found if claim.kind in _QUANTITIES}
    return [told(claim) for claim in found if not (_is_each(claim) and claim.start - 1 in ends)]


def _is_each(claim: Claim) -> bool:
    """ "sehari" of "8 jam sehari", where it is a rate and no second duration."""
    return claim.kind is ClaimKind.DURATION and claim.text.lower() in _EACH


def _is_for_comparing(claim: Claim) -> bool:
    if claim.kind is ClaimKind.LEGAL:
        return claim.value in _BILLS
    is_article = claim.parts == ("article",) and claim.unit != "orang"
    is_article = is_article or claim.text.lower() == "satu-satunya"
    return claim.kind is ClaimKind.FIGURE and (claim.unit in ("ke", "nomor") or is_article)


def told(claim: Claim) -> dict[str, Any]:
    """A claim as JSON; a span has its ends as the two values of a list."""
    value = claim.value if claim.high is None else [claim.value, claim.high]
    return {
        "kind": claim.kind.value,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "value": value,
        "unit": claim.unit,
        "subject": claim.subject,
    }
