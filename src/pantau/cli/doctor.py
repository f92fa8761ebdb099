"""`pantau doctor`: what this machine has and lacks, and the line that mends each."""

from __future__ import annotations

from dataclasses import asdict

import typer

from pantau.cli.call import Call, command


def register(app: typer.Typer) -> None:
    command(app, "doctor")(doctor)


def doctor(call: Call) -> None:
    """What this machine has and lacks."""
    from pantau.operations import health

    found = health.examine(call.url)
    lines = []
    for one in found:
        lines.append(f"{'+' if one.ok else '-'} {call.say(f'health-{one.name}')}: {one.found}")
        if one.mend:
            lines.append(f"    {one.mend}")
    call.answer([asdict(one) for one in found], *lines)
