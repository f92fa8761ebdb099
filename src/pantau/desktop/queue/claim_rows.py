"""The claim board as rows of words, ready to be drawn; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pantau.desktop.surroundings import Surroundings
from pantau.domain.board import Line, Official, Stance, Told, Value
from pantau.domain.claims import ClaimKind
from pantau.domain.ids import ArticleId
from pantau.narrative import board

_FEW = 6  # lines that are shown before somebody asks for all
_MOST = 40
_LONGEST = 32  # characters of a subject
_STEPS = 4  # values of a line; the tooltip has them all
_TOLD = 12  # reports that a tooltip names
_ARROW = " \N{RIGHTWARDS ARROW} "
_COUNTED = (ClaimKind.FIGURE, ClaimKind.LEGAL)


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `differs`: what is said now is not what holds officially; `articles` say it, copies too."""

    subject: str
    steps: str
    official: str
    beside: str
    told: str
    differs: bool
    articles: frozenset[ArticleId]


def rows(lines: Sequence[Line], around: Surroundings, *, every: bool = False) -> list[Row]:
    """What matters most, in the order of the board; with `every`, up to forty lines.

    How long and how often things were is left to scripts: such lines say little without their sentence.
    """
    lines = [line for line in lines if not _is_aside(line)]
    if every:
        return [_row(line, around) for line in lines[:_MOST]]
    wholes = {line.topic.state for line in lines if line.topic.state and not line.topic.part}
    ranked = sorted(range(len(lines)), key=lambda place: (_standing(lines[place], wholes), place))
    return [_row(lines[place], around) for place in sorted(ranked[:_FEW])]


def _is_aside(line: Line) -> bool:
    return line.topic.kind is ClaimKind.DURATION or line.unit == "kali"


def _standing(line: Line, wholes: set[str]) -> int:
    """What several outlets or an official source say comes before what happened to people, and parts come last."""
    if line.topic.part and line.topic.state in wholes:
        return 3
    if line.outlets > 1 or line.is_disputed or line.official is not None:
        return 0
    return 1 if line.topic.state else 2


def _row(line: Line, around: Surroundings) -> Row:
    copies = (copy.article for value in line.values for copy in value.copies)
    return Row(
        subject=_short(board.subject(line, around.say)),
        steps=_steps(line, around),
        official=_official(line.official, around),
        beside=_beside(line, around),
        told=_told(line, around),
        differs=_differs(line),
        articles=frozenset((*(value.article for value in line.values), *copies)),
    )


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "\N{HORIZONTAL ELLIPSIS}"


def figure(told: Told, around: Surroundings) -> str:
    """A value as it is read: "12", "belasan", "Rp 1,5 juta"."""
    if told.topic.kind not in _COUNTED or told.high is not None:
        return told.text if told.topic.kind is ClaimKind.MONEY else told.text.lower()
    return told.value if isinstance(told.value, str) else around.number(told.value)


def _steps(line: Line, around: Surroundings) -> str:
    if not line.steps:
        return around.say("claims.false", value=figure(line.values[0].told, around))
    last = line.steps[-1]
    told = [figure(step, around) for step in line.steps]
    steps = _ARROW.join(
        told if len(told) <= _STEPS else [told[0], "\N{HORIZONTAL ELLIPSIS}", *told[1 - _STEPS :]]
    )
    return around.say("claims.rumour", value=steps) if last.stance is Stance.RUMOURED else steps


def _official(official: Official | None, around: Surroundings) -> str:
    if official is None:
        return ""
    if official.told.stance is Stance.DENIED:
        return around.say("claims.denied-officially")
    if official.told.stance is Stance.RUMOURED:  # "kabar belasan tewas masih diperiksa" gives no figure
        return around.say("claims.rumoured-officially")
    return around.say("claims.officially", value=figure(official.told, around))


def _differs(line: Line) -> bool:
    if line.official is None or not line.steps:
        return False
    official, now = line.official.told, line.steps[-1]
    if official.stance is Stance.DENIED:
        return now.value == official.value
    if official.stance is Stance.RUMOURED:
        return now.stance is Stance.SAID and now.value == official.value
    return (official.value, official.high) != (now.value, now.high)


def _beside(line: Line, around: Surroundings) -> str:
    first = line.values[0]
    at = around.clock(first.at, zone=False)
    return around.say("claims.first", count=line.outlets, outlet=first.source, at=at)


def _told(line: Line, around: Surroundings) -> str:
    """Who said what when, the first and the last where they are many; then where the official value comes from."""
    told = [_said(value, around) for value in line.values]
    if len(told) > _TOLD:
        half = _TOLD // 2
        told = [*told[:half], around.say("claims.more", count=len(told) - 2 * half), *told[-half:]]
    return "\n".join((*told, *_origin(line.official, around)))


def _said(value: Value, around: Surroundings) -> str:
    told = value.told
    facts = {"at": around.clock(value.at, zone=False), "outlet": value.source, "value": figure(told, around)}
    said = around.say(f"claims.told.{told.stance.value}", **facts)
    if told.speaker:
        said = around.say("claims.by", said=said, speaker=told.speaker)
    return around.say("claims.copied", said=said, count=len(value.copies)) if value.copies else said


def _origin(official: Official | None, around: Surroundings) -> list[str]:
    if official is None:
        return []
    if official.version is not None:
        return [around.say("claims.from-narrative", version=official.version)]
    return [around.say("claims.from-source", source=official.source)]
