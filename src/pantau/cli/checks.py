"""`pantau narrative check`, `evaluate claims` and `evaluate drift`: what texts claim, and whether they drift."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pantau import words
from pantau.cli import memory
from pantau.cli.call import Call, command, explained, read_text
from pantau.cli.evaluate import In, Out
from pantau.domain.errors import NotFound

if TYPE_CHECKING:
    from pantau.domain.claims import Check

LARGEST_TEXT = 4 * 1024 * 1024
_LONGEST_NAME = 250  # characters that a file's name has on all systems


def check(
    call: Call,
    variant: Annotated[str, typer.Argument(metavar="VARIANT")],
    against: Annotated[str, typer.Option("--against", metavar="NARASI", help=explained("against"))],
) -> None:
    """Hold a text against a narrative: each the words themselves, the name of a file, or "-" for stdin."""
    from pantau.evaluate import drift as pairs
    from pantau.narrative.drift import check as held_against

    if against in memory.ALL and not Path(against).exists():
        memory.answer(call, _text(variant))
        return
    text, (house, facts) = _text(variant), _narrative(call, against)
    found = held_against(text, house, facts=facts)
    call.answer({**pairs.told(found), "faithful": found.faithful}, *_lines(call, found))


def _text(file: str) -> str:
    """What a file holds; words that name none are the text itself."""
    if file != "-" and (
        "\n" in file or len(file) > _LONGEST_NAME or (" " in file and not Path(file).exists())
    ):
        return file
    return read_text(file, LARGEST_TEXT)


def _narrative(call: Call, against: str) -> tuple[str, list[str]]:
    """A file's text; for an issue's number its approved narrative with its facts."""
    if not against.isdecimal() or Path(against).exists():
        return _text(against), []
    from pantau.domain.ids import IssueId
    from pantau.operations import issues, narratives

    with call.desk() as desk:
        issue = issues.get(desk, IssueId(int(against))).id
        found = narratives.approved(desk, issue)
        if found is None:
            written = narratives.current(desk, issue) is not None
            raise NotFound("narrative.not-approved" if written else "narrative.none", issue=int(against))
        with desk.read() as tx:
            facts = [fact.text for fact in tx.issues.facts(issue)]
    return "\n".join([found.house.umbrella, *found.house.messages]), facts


def _lines(call: Call, found: Check) -> list[str]:
    """The findings for a person, one a line; then what the text leaves out."""
    lines = [call.say("drift-faithful")] if not found.findings else []
    for one in found.findings:
        expected = one.expected or call.say("drift-nothing")
        kind = words.say(f"drift.kind.{one.kind.value}")
        lines.append(
            call.say("drift-line", place=str(one.start), kind=kind, text=one.text, expected=expected)
        )
    if found.missing_messages:
        lines.append(call.say("drift-missing"))
        lines += [f"  - {' '.join(message.split())}" for message in found.missing_messages]
    return lines


def claims(call: Call, source: In, out: Out) -> None:
    from pantau.evaluate import claims as reading
    from pantau.evaluate import streams

    found = list(reading.claims(streams.rows(source)))
    streams.write(out, found)
    call.answer({"texts": len(found), "claims": sum(len(row["claims"]) for row in found)}, f"{len(found)}")


def drift(call: Call, source: In, out: Out) -> None:
    from pantau.evaluate import drift as pairs
    from pantau.evaluate import streams

    found = list(pairs.drift(streams.rows(source)))
    streams.write(out, found)
    call.answer(
        {"pairs": len(found), "findings": sum(len(row["findings"]) for row in found)}, f"{len(found)}"
    )


def register(narrative: typer.Typer, evaluate: typer.Typer) -> None:
    command(narrative, "check")(check)
    command(evaluate, "claims")(claims)
    command(evaluate, "drift")(drift)
