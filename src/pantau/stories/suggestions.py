"""Words that would bring a topic closer to what officers marked right and wrong: to ask for as well, to leave out.

A story counts once, however many outlets carry it. How much a word speaks for one side is its log-odds ratio
with a prior, in standard deviations (B. L. Monroe, M. P. Colaresi, K. M. Quinn: Fightin' Words, Political
Analysis 16, 2008): of a handful of stories only a word stands out that is in nearly all of them and nowhere else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from math import log, sqrt

FEWEST = 3  # stories of either side before anything is said, and stories that bear a word
_PRIOR = 2.0  # stories that nobody saw, spread as the word is among all
_STRONG = 1.96  # standard deviations


class Verdict(StrEnum):
    """What officers said of a story; `OPEN`: nothing yet."""

    RIGHT = "right"
    WRONG = "wrong"
    OPEN = "open"


class Act(StrEnum):
    ADD = "add"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True)
class Told:
    """A story as the stems that it holds, and what officers said of it."""

    stems: frozenset[str]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Share:
    """`bearing` of `all` stories hold the word."""

    bearing: int
    all: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word by its stem, what to do with it, and the stories of each verdict that speak for and against it.

    `strength` is in standard deviations, 1.96 or more.
    """

    act: Act
    stem: str
    right: Share
    wrong: Share
    open: Share
    strength: float


def suggest(matched: Sequence[Told], missed: Sequence[Told], known: AbstractSet[str]) -> list[Suggestion]:
    """Words for one topic, the strongest first, those to exclude before those to add.

    matched  stories that the topic found
    missed   stories that it did not find; `RIGHT` only if this topic ought to have found them
    known    stems that are never suggested: the topic's own, and those that say nothing
    """
    return [
        *_suggested(Act.EXCLUDE, matched, known, Verdict.WRONG, Verdict.RIGHT),
        *_suggested(Act.ADD, missed, known, Verdict.RIGHT, Verdict.WRONG),
    ]


def _suggested(
    act: Act, stories: Sequence[Told], known: AbstractSet[str], wanted: Verdict, spared: Verdict
) -> list[Suggestion]:
    """Words of the wanted verdict; one that a spared story bears as well would do harm and is left."""
    counts = {verdict: Counter[str]() for verdict in Verdict}
    totals = Counter(story.verdict for story in stories)
    for story in stories:
        counts[story.verdict].update(story.stems)
    for_all, against_all = totals[wanted], len(stories) - totals[wanted]
    if for_all < FEWEST or against_all < FEWEST:
        return []
    found = []
    for stem, bearing in counts[wanted].items():
        elsewhere = counts[Verdict.OPEN][stem]
        if bearing < FEWEST or stem in known or counts[spared][stem] or elsewhere > bearing:
            continue
        strength = _strength(Share(bearing, for_all), Share(elsewhere, against_all))
        if strength >= _STRONG:
            right, wrong, undecided = (Share(counts[each][stem], totals[each]) for each in Verdict)
            found.append(Suggestion(act, stem, right, wrong, undecided, strength))
    bearers = [story.stems for story in stories if story.verdict is wanted]
    return _apart(found, bearers, lambda one: (-one.strength, one.stem))


def _strength(wanted: Share, others: Share) -> float:
    common = (wanted.bearing + others.bearing + 0.5) / (wanted.all + others.all + 1)
    present, absent = _PRIOR * common, _PRIOR * (1 - common)

    def odds(share: Share) -> float:
        return log((share.bearing + present) / (share.all - share.bearing + absent))

    variance = 1 / (wanted.bearing + present) + 1 / (others.bearing + present)
    return (odds(wanted) - odds(others)) / sqrt(variance)


def _apart(
    found: list[Suggestion],
    bearers: Sequence[frozenset[str]],
    order: Callable[[Suggestion], tuple[float, str]],
) -> list[Suggestion]:
    """Without words that speak of the same stories as a stronger one: "liga" says what "gol" would repeat."""
    kept, settled = [], set[int]()
    for one in sorted(found, key=order):
        stories = {at for at, stems in enumerate(bearers) if one.stem in stems}
        fresh = stories - settled
        if 2 * len(fresh) >= len(stories):
            kept.append(one)
            settled |= stories
    return kept
