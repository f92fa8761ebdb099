"""Legal references: law, article, paragraph and letter, each against the narrative's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pantau.domain.claims import Claim, ClaimKind, DriftFinding, FindingKind, Severity
from pantau.language.claims.legal import same_law
from pantau.narrative.drift import findings
from pantau.narrative.drift.binding import Binder, Edges, Pairing, context
from pantau.narrative.drift.sides import Side

_NAMED = re.compile(r"\bUU\s+(?P<name>[A-Z][A-Za-z]+)")


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """References that the narrative does not make."""
    told = narrative.by_kind[ClaimKind.LEGAL]
    yield from _enacted(variant, narrative)
    yield from _exchanged(variant, narrative)
    for claim in variant.by_kind[ClaimKind.LEGAL]:
        if not any(_agrees(claim, other) for other in told) and not _agrees_apart(claim, told):
            yield findings.of_claim(FindingKind.LEGAL, claim, _nearest(claim, told), narrative)


def _exchanged(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Articles that changed places: what one of them says is said of the other."""
    told = [claim for claim in narrative.by_kind[ClaimKind.LEGAL] if claim.parts[1]]
    mine = [claim for claim in variant.by_kind[ClaimKind.LEGAL] if claim.parts[1]]
    if len(told) < 2 or len(mine) < 2:
        return
    binder, edges = Binder(narrative, told), Edges(variant, mine)
    same = [[number for number, other in enumerate(told) if _agrees(claim, other)] for claim in mine]
    contexts = [context(variant, claim, edges) for claim in mine]
    for number, meant in Pairing(binder).swapped(contexts, same).items():
        yield findings.of_claim(FindingKind.LEGAL, mine[number], told[meant], narrative)


def _enacted(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """ "UU Perampasan Aset" where the narrative has only a bill of that name."""
    for match in _NAMED.finditer(variant.page.text):
        name = match["name"].lower()
        called = rf"\s+(?:tentang\s+)?{re.escape(name)}"
        bill = re.search(rf"(?:ruu|rancangan\s+undang-undang){called}", narrative.page.low)
        law = re.search(rf"(?<!r)uu{called}|(?<!rancangan )undang-undang{called}", narrative.page.low)
        if bill and not law:
            yield DriftFinding(
                FindingKind.LEGAL, match.group(), *match.span(), narrative.page.text[bill.start() : bill.end()],
                narrative.page.sentence_text(bill.start()), f"R{match.group()}", Severity.ERROR,
            )  # fmt: skip


def _agrees(claim: Claim, told: Claim) -> bool:
    """Whether what a reference says is said by the narrative's; what it leaves out it does not deny."""
    law, *parts = claim.parts
    other, *theirs = told.parts
    if law and not (same_law(law, other) if other else False):
        return False
    return all(not mine or mine == its for mine, its in zip(parts, theirs, strict=True))


def _agrees_apart(claim: Claim, told: list[Claim]) -> bool:
    """ "Pasal 19 UU 11/2012" where the narrative names the article in one place and the law in another."""
    law, *parts = claim.parts
    if not law or not parts[0]:
        return False
    knows_law = any(other.parts[0] and same_law(law, other.parts[0]) for other in told)
    return knows_law and any(
        not other.parts[0]
        and all(not mine or mine == its for mine, its in zip(parts, other.parts[1:], strict=True))
        for other in told
    )


def _nearest(claim: Claim, told: list[Claim]) -> Claim | None:
    def fit(other: Claim) -> tuple[bool, bool, int]:
        law, mine = claim.parts[0], claim.parts[1:]
        kind = law.split(" ")[0] == other.parts[0].split(" ")[0]
        return (
            bool(law and other.parts[0] and same_law(law, other.parts[0])),
            kind,
            sum(one == its for one, its in zip(mine, other.parts[1:], strict=True) if one),
        )

    return max(told, key=fit, default=None)
