"""A figure, day or name that is changed at random in a copy of a text is found."""

from __future__ import annotations

import random

from tests.narrative.pairs import pairs

from pantau.domain.claims import Claim, ClaimKind
from pantau.language.claims import read
from pantau.narrative.drift import check

_SPELT = ["dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
_NAMES = ["Bambang", "Sutrisno", "Herlambang", "Kusnadi", "Prasetya", "Mulyadi", "Wahyudi", "Gunawan"]
_KINDS = (
    ClaimKind.FIGURE, ClaimKind.MONEY, ClaimKind.PERCENTAGE, ClaimKind.DATE, ClaimKind.TIME, ClaimKind.DURATION,
    ClaimKind.LEGAL, ClaimKind.NAME,
)  # fmt: skip


def _changed(claim: Claim, text: str, chance: random.Random) -> str | None:
    """The claim's words with one figure or name changed, None where nothing can be."""
    places = [at for at, letter in enumerate(claim.text) if letter.isdigit()]
    if claim.kind is ClaimKind.NAME:
        words = claim.text.split()
        free = [name for name in _NAMES if name.lower() not in text.lower()]
        words[chance.randrange(len(words))] = chance.choice(free)
        return " ".join(words)
    if places:
        at = chance.choice(places)
        digit = chance.choice([one for one in "123456789" if one != claim.text[at]])
        return claim.text[:at] + digit + claim.text[at + 1 :]
    words = claim.text.split()
    spelt = [at for at, word in enumerate(words) if word.lower() in _SPELT]
    if not spelt:
        return None
    at = chance.choice(spelt)
    words[at] = chance.choice([word for word in _SPELT if word != words[at].lower()])
    return " ".join(words)


def _is_day(text: str, start: int) -> bool:
    """A changed day may be none: "32 November" is read as figures."""
    return any(claim.start <= start + 1 < claim.end for claim in read(text) if claim.kind is ClaimKind.DATE)


def test_a_random_change_is_found_98_times_in_100() -> None:
    chance, tried, missed = random.Random(7), 0, []
    for text in sorted({pair["narrative"] for pair in pairs("own")}):
        claims = [claim for claim in read(text) if claim.kind in _KINDS]
        for _round in range(3):
            for claim in claims:
                new = _changed(claim, text, chance)
                if new is None:
                    continue
                mutant = text[: claim.start] + new + text[claim.end :]
                if claim.kind is ClaimKind.DATE and not _is_day(mutant, claim.start):
                    continue
                tried += 1
                found = check(mutant, text).findings
                if not any(one.start <= claim.start + len(new) and claim.start <= one.end for one in found):
                    missed.append((claim.text, new))
    assert tried > 300
    assert len(missed) <= 0.02 * tried, missed
