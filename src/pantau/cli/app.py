"""The command line, put together. Nothing heavy is imported here: each command imports what it needs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

os.environ.setdefault("TYPER_USE_RICH", "0")  # read when typer is imported: no colours, no boxes, 60 ms less

import typer

from pantau import words
from pantau.cli import (
    checks,
    doctor,
    drill,
    engine,
    evaluate,
    gate,
    inspection,
    issues,
    keeping,
    narratives,
    output,
    queue,
    sources,
    team,
    topics,
)
from pantau.cli.call import explained

app = typer.Typer(
    name="pantau",
    help=explained("pantau"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.info.name = None  # commands of the app itself are named without it

for group in (
    sources.app,
    topics.app,
    issues.app,
    narratives.app,
    team.app,
    keeping.db,
    keeping.audit,
    inspection.app,
    evaluate.app,
):
    app.add_typer(group)
queue.register(app)
doctor.register(app)
engine.register(app)
drill.register(app)
checks.register(narratives.app, evaluate.app)
gate.register(narratives.app, evaluate.app)


def run(arguments: Sequence[str]) -> int:
    """Run a command; its exit code."""
    _stand_in_for_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        # A console of Windows has its own encoding, and a report must not fail over one letter.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(list(arguments), prog_name="pantau")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else int(done.code is not None)
    except BrokenPipeError:
        _say_no_more()  # the reader went away (`pantau queue | head`): nobody is left to be told
        return 1
    except OSError as error:  # help that a full disk does not take; what commands do is told by themselves
        _say_no_more()
        output.problem(words.say("cli.file", path="", detail=error.strerror or str(error)))
        return 1
    return 0


def _stand_in_for_what_is_closed() -> None:
    """Give every standard stream that the caller closed (`>&-`) to the null device: else the next file or
    connection that is opened takes its number, and gets what is printed."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - as long as the program
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _say_no_more() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
