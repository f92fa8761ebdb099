"""`pantau narrative gate` and `pantau evaluate gate`: what must not leave the desk, and what nobody understands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pantau.cli import evaluate
from pantau.cli.call import Call, command, explained, read_text

LARGEST_TEXT = 4 * 1024 * 1024


def _known(audience: str) -> str:
    """The audience, or wrong usage. The names are those of the gate, which is imported only when it is asked."""
    if audience not in ("public", "media", "internal"):
        raise typer.BadParameter(audience)
    return audience


def gate(
    call: Call,
    text: Annotated[str, typer.Argument(metavar="TEXT")],
    audience: Annotated[
        str, typer.Option(metavar="public|media|internal", callback=_known, help=explained("audience"))
    ] = "public",
    first: Annotated[bool, typer.Option("--first-statement", help=explained("first-statement"))] = False,
) -> None:
    """The findings in a text: the words themselves, the name of a file, or "-" for stdin."""
    from pantau.evaluate.gate import as_told
    from pantau.narrative.gate import Audience, check

    findings = check(_read(text), audience=Audience(audience), first_statement=first)
    told = {"findings": [as_told(finding) for finding in findings]}
    lines = [
        f"{one['start']}-{one['end']} {one['severity']} {one['rule']}: {one['why']}"
        for one in told["findings"]
    ]
    call.answer(told, *(lines or [call.say("gate-clear")]))


def _read(text: str) -> str:
    if text == "-" or _is_file(text):
        return read_text(text, LARGEST_TEXT)
    return text


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # longer than any name, or with a zero byte: a text
        return False


def evaluate_gate(call: Call, source: evaluate.In, out: evaluate.Out) -> None:
    """The findings in each text of a file."""
    from pantau.evaluate import gate as judging
    from pantau.evaluate import streams

    found = list(judging.told(streams.rows(source)))
    streams.write(out, found)
    call.answer({"texts": len(found)}, f"{len(found)}")


def register(narrative: typer.Typer, evaluation: typer.Typer) -> None:
    """Give both groups their command."""
    command(narrative, "gate")(gate)
    command(evaluation, "gate")(evaluate_gate)
