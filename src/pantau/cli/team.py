"""`pantau team`: the local profiles."""

from __future__ import annotations

from typing import Annotated

import typer

from pantau import words
from pantau.cli.call import Call, command, explained
from pantau.domain.team import Officer, Role

app = typer.Typer(name="team", help=explained("team"), no_args_is_help=True, rich_markup_mode=None)


def _shape(of: Officer) -> dict[str, object]:
    return {"id": of.id, "name": of.name, "role": of.role.value}


@command(app, "list")
def show(call: Call) -> None:
    from pantau.operations import team

    with call.desk() as desk:
        rows = [_shape(officer) for officer in team.members(desk)]
    call.show(
        rows,
        (
            ("id", lambda row: row["id"]),
            ("officer", lambda row: row["name"]),
            ("role", lambda row: words.say(f"role.{row['role']}")),
        ),
    )


@command(app, "add")
def add(
    call: Call,
    name: Annotated[str, typer.Argument(metavar="NAMA")],
    role: Annotated[Role, typer.Option(help=explained("role"))],
) -> None:
    from pantau.operations import team

    with call.desk() as desk:
        done = team.ensure(desk, name, role)
    key = "officer-known" if done.activity is None else "officer-added"
    role_name = words.say(f"role.{done.value.role.value}")
    call.answer(_shape(done.value), call.say(key, name=done.value.name, role=role_name))


@command(app, "remove", acting=True)
def remove(call: Call, name: Annotated[str, typer.Argument(metavar="NAMA")]) -> None:
    from pantau.operations import team

    with call.desk() as desk:
        gone = team.remove(desk, team.named(desk, name).id).value
    call.answer(_shape(gone), call.say("officer-removed", name=gone.name))
