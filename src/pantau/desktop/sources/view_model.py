"""What the sources page knows, and the acts on sources."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.worker import Question
from pantau.domain.errors import PantauError
from pantau.domain.outcome import Done
from pantau.domain.source import NewSource, Source
from pantau.operations import Desk, exports, sources, triage
from pantau.operations.sources import ImportResult

_LARGEST_OPML = 32 * 1024 * 1024


class SourcesViewModel(QObject):
    """Reads the list, does the acts, tells of both."""

    listed = Signal(object)  # list[Source]
    loading = Signal()
    failed = Signal(str)
    done = Signal(object, str)
    told = Signal(str)
    refused = Signal(str)
    busy = Signal(bool)

    def __init__(self, desk: Desk, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self._listing = Question(around.worker, self)
        self._was_listed = False

    def refresh(self) -> None:
        if not self._was_listed:
            self.loading.emit()
        self._listing.ask(
            partial(sources.listed, self._desk),
            self._show,
            lambda error: self.failed.emit(self._around.explain(error)),
        )

    def add(self, new: NewSource) -> None:
        def told(done: Done[Source]) -> str:
            key = "sources.done.known" if done.activity is None else "sources.done.added"
            return self._around.say(key, name=done.value.name or done.value.url)

        self._act(partial(sources.add, self._desk, new), told)

    def set_enabled(self, source: Source, enabled: bool) -> None:
        act = sources.enable if enabled else sources.disable
        said = self._around.say(f"sources.done.{'enabled' if enabled else 'disabled'}", name=_name(source))
        self._act(partial(act, self._desk, source.id), lambda _done: said)

    def set_muted(self, source: Source, muted: bool) -> None:
        act = triage.mute_source if muted else triage.unmute_source
        said = self._around.say(f"sources.done.{'muted' if muted else 'unmuted'}", name=_name(source))
        self._act(partial(act, self._desk, source.id), lambda _done: said)

    def remove(self, source: Source) -> None:
        said = self._around.say("sources.done.removed", name=_name(source))
        self._act(partial(sources.remove, self._desk, source.id), lambda _done: said)

    def install_catalogue(self) -> None:
        self._act(partial(sources.install_catalogue, self._desk), self._counted)

    def import_opml(self, file: Path) -> None:
        def read() -> Done[ImportResult]:
            with file.open("rb") as opened:
                content = opened.read(_LARGEST_OPML + 1)
            return sources.import_opml(self._desk, content)

        self._act(read, self._counted)

    def export_opml(self, file: Path) -> None:
        def write() -> Path:
            return exports.write(file.parent, file.name, sources.export_opml(self._desk))

        self._around.worker.run(
            write,
            lambda path: self.told.emit(self._around.say("sources.done.exported", path=str(path))),
            self._explain,
            owner=self,
        )

    def _act(self, job: Callable[[], Done[Any]], told: Callable[[Done[Any]], str]) -> None:
        def arrived(done: Done[Any]) -> None:
            self.busy.emit(False)
            self.done.emit(done, told(done))
            self.refresh()

        self.busy.emit(True)
        self._around.worker.run(job, arrived, self._explain, owner=self)

    def _counted(self, done: Done[ImportResult]) -> str:
        result = done.value
        counted = self._around.say(
            "sources.done.imported",
            added=len(result.added),
            already=len(result.already),
            refused=len(result.refused),
        )
        if not result.refused:
            return counted
        first = result.refused[0]
        return " ".join(filter(None, (f"{counted}.", first.url, self._around.explain(first.why))))

    def _show(self, found: list[Source]) -> None:
        self._was_listed = True
        self.listed.emit(found)

    def _explain(self, error: Exception) -> None:
        self.busy.emit(False)
        if isinstance(error, OSError) and error.strerror:
            error = PantauError("sources.file", path=str(error.filename or ""), detail=error.strerror)
        self.refused.emit(self._around.explain(error))
        self.refresh()


def _name(source: Source) -> str:
    return source.name or source.url
