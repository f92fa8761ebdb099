"""The window: Qt Widgets over `operations`. The only room that knows Qt."""

from __future__ import annotations

from collections.abc import Sequence

from pantau.desktop.lasting import keep_constants

keep_constants()


def run(arguments: Sequence[str] = ()) -> int:
    """Show the window until it is closed; the exit code. `arguments` are Qt's own ("-style"), the program first."""
    from pantau.desktop.application import run as run_application

    return run_application(arguments)
