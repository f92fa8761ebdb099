"""The program as an operator runs it: its own process, a home of its own, no display."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_HIDDEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PANTAU_DATABASE")


def pantau(home: Path, *arguments: str, seconds: float = 100) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    surroundings = {name: value for name, value in os.environ.items() if name not in _HIDDEN}
    return subprocess.run(
        [sys.executable, "-m", "pantau", *arguments],
        env={**surroundings, "PANTAU_HOME": str(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )


def lines(home: Path, *arguments: str) -> list[dict[str, Any]]:
    """The JSON objects that a command prints, one a line; it must end well."""
    done = pantau(home, *arguments)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def document(home: Path, *arguments: str) -> Any:
    """The JSON document that a command prints; it must end well."""
    done = pantau(home, *arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
