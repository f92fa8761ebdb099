"""Pantau itself, driven as a peer: through its command line and what that prints."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from measuring import ROOT, Skipped, Usage, run
from peers import Peer

PROGRAM = ROOT / ".venv" / "bin" / "pantau"


class Pantau(Peer):
    name, _database, _articles = "pantau", "bench.sqlite", "article"

    def prepare(self) -> None:
        opml = self.home / "feeds.opml"
        self.server.save_opml(opml)
        self.run("sources", "import", str(opml), "--intranet", "--json")

    def poll(self) -> Usage:
        """One `engine --once --force`; marks as `Progress` says."""
        progress = Progress()
        usage = self.run("engine", "--once", "--force", "--json", heard=progress.hear)
        usage.marks = progress.marks
        usage.facts = progress.done
        if not progress.done:
            raise Skipped("the engine ended without saying that it is done")
        return usage

    def run(self, *arguments: str, **options: Any) -> Usage:
        return run([str(PROGRAM), *arguments], env=self.env, **options)

    @property
    def env(self) -> dict[str, str]:
        """What points the program at the database of this run."""
        return {
            "PANTAU_HOME": str(self.home),
            "PANTAU_DATABASE": f"sqlite:///{self.home / self._database}",
        }

    def is_behind(self) -> bool:
        """Whether stored articles wait to be put into stories."""
        return self._count("finding") < self.articles()


class Progress:
    """Reads the engine's events as they arrive.

    marks  seconds since the process was started, the start of Python included:
           first (the first feed is stored), searchable (all are stored and indexed),
           queue (the first stories are ranked), done (all are grouped and scored)
    done   the facts of the closing event
    """

    def __init__(self) -> None:
        self.marks: dict[str, float] = {}
        self.done: dict[str, Any] = {}

    def hear(self, moment: float, line: str) -> None:
        with suppress(json.JSONDecodeError):
            event = json.loads(line)
            match event.get("event"):
                case "polled":
                    self.marks.setdefault("first", moment)
                case "queue":
                    self.marks.setdefault("queue", moment)
                case "stored":
                    self.marks["searchable"] = moment
                case "done":
                    self.marks["done"] = moment
                    self.done = event
