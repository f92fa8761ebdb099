"""What the queue page knows: the ranking, what waits to enter it, the story that is open, and the three acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from pantau.desktop.queue.filters import Filters
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.worker import Question
from pantau.domain.article import Article
from pantau.domain.ids import IssueId, StoryId
from pantau.domain.outcome import Done
from pantau.domain.story import Mark, Story
from pantau.operations import Desk, facts, issues, queue, triage

LIMIT = 500


class QueueViewModel(QObject):
    """New stories wait outside while the officer reads, and enter when asked or when the list is at its top."""

    shown = Signal(object)  # list[Story]: the rows as they should be now
    waiting = Signal(int)  # how many new stories wait
    loading = Signal()
    read = Signal(object)  # StoryView: the open story down to its reports
    done = Signal(object, str)  # Done, a sentence: the window offers its undo
    failed = Signal(str)  # the queue could not be read
    alerted = Signal(object)  # Story that became an alert since the last look
    refused = Signal(str)  # an act could not be done

    def __init__(self, desk: Desk, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self._ranking = Question(around.worker, self)
        self._reading = Question(around.worker, self)
        self._known: set[StoryId] = set()
        self._admits = True
        self._latest: list[Story] | None = None
        self._alerts: set[StoryId] = set()
        self.filters = Filters()
        self.is_at_top = True

    @property
    def stories(self) -> list[Story]:
        """Everything that was read last, whatever the filters say."""
        return self._latest or []

    def refresh(self) -> None:
        if self._latest is None:
            self.loading.emit()
        self._ranking.ask(partial(queue.ranked, self._desk, LIMIT), self._arrived, self._broke)

    def admit(self) -> None:
        """Let in what waits."""
        self._admits = True
        self._tell()

    def choose(self, filters: Filters) -> None:
        self.filters = filters
        self.admit()

    def hidden(self) -> int:
        """How many stories the filters keep from the list."""
        return len(self.stories) - len(self.filters.apply(self.stories, self._around.now()))

    def open(self, story: Story) -> None:
        self._reading.ask(partial(queue.story, self._desk, story.id), self.read.emit, self._explain)

    def take_up(self, story: Story) -> None:
        self._act(partial(issues.take_up, self._desk, story.id), "queue.done.taken", story)

    def watch(self, story: Story) -> None:
        """Keep an eye on a story, or no longer when that is what it is."""
        if story.mark is Mark.WATCHED:
            self._act(partial(triage.unmark, self._desk, story.id), "queue.done.unwatched", story)
        else:
            self._act(partial(triage.watch, self._desk, story.id), "queue.done.watched", story)

    def dismiss(self, story: Story) -> None:
        self._act(partial(triage.dismiss, self._desk, story.id), "queue.done.dismissed", story)

    def mute_source(self, article: Article) -> None:
        said = self._around.say("queue.done.muted", name=article.source_name)
        self._run(partial(triage.mute_source, self._desk, article.source), said)

    def note_fact(self, issue: IssueId, article: Article) -> None:
        """Make a report's headline a fact of an issue, with the report as its evidence."""
        job = partial(facts.add, self._desk, issue, article.title, article=article.id)
        self._run(job, self._around.say("issue.done.fact-added"))

    def mute_word(self, word: str) -> None:
        self._run(
            partial(triage.mute_word, self._desk, word), self._around.say("queue.done.muted", name=word)
        )

    def _act(self, job: Callable[[], Done[Any]], key: str, story: Story) -> None:
        self._run(job, self._around.say(key, title=_short(story.title)))

    def _run(self, job: Callable[[], Done[Any]], said: str) -> None:
        def then(done: Done[Any]) -> None:
            self.done.emit(done, said)
            self.refresh()

        self._around.worker.run(job, then, self._explain, owner=self)

    def _arrived(self, stories: Sequence[Story]) -> None:
        self._tell_alerts(stories)
        self._latest = list(stories)
        self._admits = self._admits or self.is_at_top or not self._known
        self._tell()

    def _tell_alerts(self, stories: Sequence[Story]) -> None:
        """Those that stood there at the first look are no news."""
        alerts = {story.id: story for story in stories if story.alert and story.issue is None}
        if self._latest is not None:
            for story in alerts.keys() - self._alerts:
                self.alerted.emit(alerts[story])
        self._alerts |= alerts.keys()

    def _tell(self) -> None:
        passing = self.filters.apply(self.stories, self._around.now())
        if self._admits:
            self._known = {story.id for story in passing}
            self._admits = False
        old = [story for story in passing if story.id in self._known]
        self.shown.emit(old)
        self.waiting.emit(len(passing) - len(old))

    def _broke(self, error: Exception) -> None:
        self.failed.emit(self._around.explain(error))

    def _explain(self, error: Exception) -> None:
        self.refused.emit(self._around.explain(error))
        self.refresh()


def _short(title: str, most: int = 60) -> str:
    return title if len(title) <= most else title[: most - 1].rstrip() + "…"
