"""`pantau narrative`: the one account of a matter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pantau import words
from pantau.cli import shapes
from pantau.cli.call import Call, command, explained, read_whole
from pantau.cli.issues import IssueArg
from pantau.domain.errors import NotFound, PantauError
from pantau.domain.ids import IssueId
from pantau.domain.issue import House, Narrative
from pantau.domain.outcome import Done

if TYPE_CHECKING:
    from pantau.operations import Desk

app = typer.Typer(name="narrative", help=explained("narrative"), no_args_is_help=True, rich_markup_mode=None)

LARGEST_TEXT = 1024 * 1024
Text = Annotated[str | None, typer.Option(metavar="TEKS", help=explained("text"))]


@command(app, "show")
def show(
    call: Call, issue: IssueArg, every: Annotated[bool, typer.Option("--all", help=explained("all"))] = False
) -> None:
    from pantau.operations import narratives, team

    with call.desk() as desk:
        newest = _current(desk, issue)
        found = narratives.versions(desk, IssueId(issue)) if every else [newest]
        told = [shapes.narrative(one, team.names(desk)) for one in found]
    call.answer(told if every else told[0], *(line for one in told for line in _lines(call, one)))


@command(app, "changes")
def changes(call: Call, issue: IssueArg) -> None:
    from pantau.operations import narratives

    with call.desk() as desk:
        newest = _current(desk, issue)
        found = narratives.changes(desk, newest)
    told = [
        {"part": change.part, "pieces": [{"kind": piece.kind, "text": piece.text} for piece in change.pieces]}
        for change in found
    ]
    marks = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    texts = ("".join(marks[piece.kind].format(piece.text) for piece in change.pieces) for change in found)
    lines = [f"{change.part}: {text}" for change, text in zip(found, texts, strict=True)]
    call.answer(
        {"issue": issue, "version": newest.number, "changes": told}, *(lines or [words.say("cli.nothing")])
    )


@command(app, "edit", acting=True)
def edit(
    call: Call,
    issue: IssueArg,
    umbrella: Text = None,
    message1: Text = None,
    message2: Text = None,
    message3: Text = None,
    file: Annotated[str | None, typer.Option(metavar="F.json", help=explained("narrative-file"))] = None,
) -> None:
    from pantau.operations import narratives

    with call.desk() as desk:
        seen = narratives.current(desk, IssueId(issue))
        house = House() if seen is None else seen.house
        if file is not None:
            house = _house_of(read_whole(file, LARGEST_TEXT))
        given = (message1, message2, message3)
        first, second, third = (
            old if new is None else new for old, new in zip(house.messages, given, strict=True)
        )
        umbrella = house.umbrella if umbrella is None else umbrella
        _tell(
            call, desk, narratives.write(desk, IssueId(issue), House(umbrella, (first, second, third)), seen)
        )


def _house_of(content: bytes) -> House:
    """The JSON that `show --json` gives, or at least its umbrella and messages."""
    try:
        told = json.loads(content)
        umbrella, (first, second, third) = told["umbrella"], told["messages"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise PantauError("cli.no-house") from error
    if not all(isinstance(part, str) for part in (umbrella, first, second, third)):
        raise PantauError("cli.no-house")
    return House(umbrella, (first, second, third))


@command(app, "submit", acting=True)
def submit(call: Call, issue: IssueArg) -> None:
    from pantau.operations import narratives

    with call.desk() as desk:
        _tell(call, desk, narratives.submit(desk, _current(desk, issue)))


@command(app, "approve", acting=True)
def approve(call: Call, issue: IssueArg) -> None:
    from pantau.operations import narratives

    with call.desk() as desk:
        _tell(call, desk, narratives.approve(desk, _current(desk, issue)))


@command(app, "return", acting=True)
def give_back(
    call: Call, issue: IssueArg, why: Annotated[str, typer.Option(metavar="ALASAN", help=explained("why"))]
) -> None:
    from pantau.operations import narratives

    with call.desk() as desk:
        _tell(call, desk, narratives.give_back(desk, _current(desk, issue), why))


@command(app, "export", acting=True)
def export(
    call: Call,
    issue: IssueArg,
    out: Annotated[Path, typer.Option(metavar="DIR", help=explained("out"))],
    form: Annotated[
        str, typer.Option("--format", metavar="docx,pdf,html,txt,json", help=explained("format"))
    ] = "docx",
    draft: Annotated[bool, typer.Option("--draft", help=explained("draft"))] = False,
) -> None:
    from pantau.operations import exports

    forms = [name.strip().lower() for name in form.split(",") if name.strip()]
    with call.desk() as desk:
        done = exports.export(desk, IssueId(issue), forms, out, draft=draft)
    files = [str(path) for path in done.value]
    call.answer({"issue": issue, "files": files}, *files)


def _current(desk: Desk, issue: int) -> Narrative:
    from pantau.operations import issues, narratives

    found = narratives.current(desk, issues.get(desk, IssueId(issue)).id)
    if found is None:
        raise NotFound("narrative.none", issue=issue)
    return found


def _tell(call: Call, desk: Desk, done: Done[Narrative]) -> None:
    from pantau.operations import team

    told = shapes.narrative(done.value, team.names(desk))
    call.answer(told, *_lines(call, told))


def _lines(call: Call, told: dict[str, Any]) -> list[str]:
    status = words.say(f"narrative-status.{told['status']}")
    lines = [call.say("narrative-line", issue=str(told["issue"]), number=str(told["version"]), status=status)]
    if told["returned_because"]:
        lines.append(call.say("narrative-returned", why=told["returned_because"]))
    lines.append(f"  {told['umbrella']}")
    lines += [f"  {number}. {message}" for number, message in enumerate(told["messages"], 1)]
    return lines
