"""All said of whom the narrative says it of some: "keduanya pulang" of two of whom one went home."""

from __future__ import annotations

from collections.abc import Iterator

from pantau.domain.claims import DriftFinding, FindingKind
from pantau.narrative.drift import findings
from pantau.narrative.drift.sides import Side

_ALL = frozenset(
    (
        "keduanya", "ketiganya", "keempatnya", "kelimanya", "keenamnya", "ketujuhnya", "semuanya", "seluruhnya",
    )
)  # fmt: skip
_REACH = 4  # content words behind such a word that tell what is said of all


def check(variant: Side, narrative: Side) -> Iterator[DriftFinding]:
    """Words for all in front of what the narrative says of "seorang di antaranya"."""
    told = list(_parts(narrative))
    if not told:
        return
    for at, word in enumerate(variant.page.words):
        if word.word not in _ALL or not variant.is_asserted(at):
            continue
        if "antaranya" in variant.sentence_words[variant.sentence_of[at]]:
            continue
        said = _said(variant, at)
        for mark, about in told:
            shared = [one for one in said if variant.terms[one].concept in about]
            if shared and shared[0] == said[0] and 2 * len(shared) >= min(len(said), len(about)):
                yield findings.of_words(
                    FindingKind.FIGURE, variant, at, shared[0], expected=narrative.page.words[mark].raw,
                    source=narrative.source(mark),
                )  # fmt: skip
                break


def _parts(side: Side) -> Iterator[tuple[int, frozenset[str]]]:
    """Each "... di antaranya" that counts some, with what it says of them; none that lists them."""
    words = side.page.words
    for at in range(2, len(words)):
        if words[at].word == "antaranya" and words[at - 1].word == "di" and not side.page.breaks[at]:
            about = frozenset(side.terms[one].concept for one in _said(side, at))
            if about:
                yield at - 2, about


def _said(side: Side, at: int) -> list[int]:
    """The first content words behind a word, up to a mark."""
    found: list[int] = []
    one = at + 1
    while one < len(side.page.words) and len(found) < _REACH:
        if side.is_content[one]:
            found.append(one)
        if side.page.breaks[one]:
            break
        one += 1
    return found
