"""Reports into lines: what each thing's value was, who said it first, who copied it, how it moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pantau.domain.board import Figure, Line, Official, Stance, Told, Value
from pantau.domain.claims import ClaimKind
from pantau.narrative.board import lexicon
from pantau.narrative.board.groups import Group, grouped
from pantau.narrative.board.reports import Report, Said, said

_LATE = (ClaimKind.DURATION,)


def assemble(reports: Iterable[Report], desk: Sequence[Official] = ()) -> tuple[Line, ...]:
    """The lines of a story, those that matter most first.

    reports  each text once, its copies folded into it
    desk     claims of the approved narrative and of the issue's facts, the weightiest first
    """
    claims = list(said(list(reports)))
    groups = grouped([one.told for one in claims] + [one.told for one in desk])
    lines = [_line(group, claims, desk) for group in groups]
    return tuple(sorted((line for line in lines if line.values), key=_order))


def _line(group: Group, claims: Sequence[Said], desk: Sequence[Official]) -> Line:
    members = sorted(group.members)
    told = list(_each_once(claims[number] for number in members if number < len(claims)))
    official = [desk[number - len(claims)] for number in members if number >= len(claims)]
    official += [_as_official(one) for one in reversed(told) if one.report.is_official]
    seen: set[tuple[Figure, Figure | None]] = set()
    values = []
    for one in told:
        value = (one.told.value, one.told.high)
        values.append(
            Value(
                one.told, one.report.article, one.report.source, one.report.at, value not in seen, one.copies
            )
        )
        seen.add(value)
    unit = next((one.told.unit for one in told if one.told.unit), "")
    phrase = next((one.told.phrase for one in told if one.told.phrase), group.topic.thing)
    return Line(group.topic, unit, phrase, tuple(values), _steps(told), official[0] if official else None)


def _each_once(told: Iterable[Said]) -> Iterator[Said]:
    """A report says a value once, whatever words it has for it; a denial of it weighs more than the rest."""
    kept: dict[tuple[int, Figure, Figure | None], Said] = {}
    for one in told:
        key = (one.report.article, one.told.value, one.told.high)
        before = kept.setdefault(key, one)
        if one.told.stance is Stance.DENIED and before.told.stance is not Stance.DENIED:
            kept[key] = one
    yield from kept.values()


def _as_official(one: Said) -> Official:
    return Official(one.told, one.report.source, one.report.at, one.report.article)


def _steps(told: Sequence[Said]) -> tuple[Told, ...]:
    """A value is a step when it is new, or when its outlet or an official source said another before."""
    steps: list[Told] = []
    known: set[tuple[Figure, Figure | None]] = set()
    last: dict[str, Figure] = {}
    for one in told:
        value = (one.told.value, one.told.high)
        if one.told.stance is Stance.DENIED:
            continue
        moved = one.report.is_official or last.get(one.report.source, one.told.value) != one.told.value
        if not steps or ((value not in known or moved) and not _holds(one.told, steps[-1])):
            steps.append(one.told)
        known.add(value)
        last[one.report.source] = one.told.value
    return tuple(steps)


def _holds(vague: Told, now: Told) -> bool:
    """Whether a value says nothing else than the one before it: "belasan" after 12."""
    if vague.value == now.value and vague.high == now.high:
        return True
    ends = (vague.value, vague.high, now.value)
    if not all(isinstance(end, int | float) for end in ends):
        return False
    return float(vague.value) <= float(now.value) <= float(vague.high or 0)


def _order(line: Line) -> tuple[int, int, bool, int, float]:
    """People first, by what happened to them; then what most outlets carry."""
    topic = line.topic
    state = lexicon.gravity().get(topic.state, len(lexicon.gravity()))
    first = line.values[0].at.timestamp()
    return (
        state,
        bool(topic.part),
        topic.kind in _LATE or topic.thing.startswith("kali"),
        -line.outlets,
        first,
    )
