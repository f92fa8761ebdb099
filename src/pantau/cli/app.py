"""The command line, put together. Nothing heavy is imported here: each command imports what it needs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

os.environ.setdefault("TYPER_USE_RICH", "0")  # read when typer is imported: no colours, no boxes, 60 ms less

import typer

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
    for stream in (sys.stdout, sys.stderr):
        # A console of Windows has its own encoding, and a report must not fail over one letter.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(list(arguments), prog_name="pantau")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else int(done.code is not None)
    except BrokenPipeError:
        # The reader went away (`pantau queue | head`): nobody is left to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return 0
