"""What the queue page knows: the ranking, what waits to enter it, the story that is open, and the three acts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from pantau.desktop.queue.filters import Filters
from pantau.desktop.queue.ranking import STEP, Asked, Counted, Ranking, rank, survey
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.worker import Question, Renewal
from pantau.domain.article import Article
from pantau.domain.ids import IssueId, StoryId
from pantau.domain.outcome import Done
from pantau.domain.story import Mark, Story
from pantau.operations import Desk, claims, facts, issues, queue, triage


class QueueViewModel(QObject):
    """New stories wait outside while the officer reads, and enter when asked or when the list is at its top."""

    shown = Signal(object)  # list[Story]: the rows as they should be now
    surveyed = Signal(object, object)  # topics and provinces that occur, with how many stories each
    merged = Signal(int)  # the story that the open one became part of
    waiting = Signal(int)  # how many new stories wait
    loading = Signal()
    read = Signal(object)  # StoryView: the open story down to its reports
    claimed = Signal(int, object)  # the open story and its claim board's lines, None if they cannot be read
    done = Signal(object, str)  # Done, a sentence: the window offers its undo
    failed = Signal(str)  # the queue could not be read
    alerted = Signal(object)  # Story that became an alert since the last look
    refused = Signal(str)  # an act could not be done

    def __init__(self, desk: Desk, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self._renewal = Renewal(around.worker, self._asked, self._arrived, self._broke, self)
        self._surveying = Question(around.worker, self)
        self._reading = Question(around.worker, self)
        self._claiming = Question(around.worker, self)
        self._known: set[StoryId] = set()
        self._admits = True
        self._alerts: set[StoryId] = set()
        self._limit = STEP
        self._sought: StoryId | None = None
        self.ranking: Ranking | None = None
        self.opened: StoryId | None = None
        self.filters = Filters()
        self.is_at_top = True

    @property
    def stories(self) -> tuple[Story, ...]:
        """What was read last, those that wait to enter too."""
        return self.ranking.stories if self.ranking else ()

    def refresh(self, *, at_once: bool = False) -> None:
        if self.ranking is None:
            self.loading.emit()
        self._renewal.ask(at_once=at_once)

    def _asked(self) -> Callable[[], Ranking]:
        asked = Asked(self.filters, self._limit, self.opened, self._sought)
        return partial(rank, self._desk, asked)

    def admit(self) -> None:
        """Let in what waits."""
        self._admits = True
        self._tell()

    def choose(self, filters: Filters) -> None:
        self.filters = filters
        self._limit, self._sought = STEP, None
        self._admits = True
        self.refresh(at_once=True)

    def more(self) -> None:
        """Read further down, if there is more."""
        if self.ranking is not None and not self.ranking.is_whole and self._limit == self.ranking.limit:
            self._limit += STEP
            self.refresh(at_once=True)

    def seek(self, story: StoryId) -> None:
        """Have a story in the list whatever the filters say, until they are chosen anew."""
        self._sought = story
        self.refresh(at_once=True)

    def survey(self) -> None:
        """Count anew what the filters' menus offer."""
        self._surveying.ask(partial(survey, self._desk), self._survey_arrived, self._forgive)

    def _survey_arrived(self, found: tuple[Counted, Counted]) -> None:
        self.surveyed.emit(*found)

    def _forgive(self, error: Exception) -> None:
        """The menus stay as they are; whoever reads the queue itself says what is wrong."""

    def open(self, story: Story) -> None:
        self.opened = story.id
        self._claiming.forget()
        self._reading.ask(partial(queue.story, self._desk, story.id), self._story_arrived, self._explain)

    def _story_arrived(self, view: queue.StoryView) -> None:
        """The reports are shown at once; what they claim is read behind that, and follows."""
        self.read.emit(view)
        told = partial(self.claimed.emit, view.story.id)
        self._claiming.ask(partial(claims.of_story, self._desk, view), told, lambda _error: told(None))

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
            self.refresh(at_once=True)

        self._around.worker.run(job, then, self._explain, owner=self)

    def _arrived(self, ranking: Ranking) -> None:
        self._tell_alerts(ranking)
        before, self.ranking = self.ranking, ranking
        if before is not None and ranking.limit > before.limit:
            self._known |= {story.id for story in ranking.stories[len(before.stories) :]}
        self._known |= {story for story in (ranking.now_called, self._sought) if story is not None}
        self._admits = self._admits or self.is_at_top or not self._known
        is_merged = ranking.opened == self.opened and ranking.now_called != ranking.opened
        merged = ranking.now_called if is_merged else None
        self._tell()
        if merged is not None:
            self.merged.emit(merged)

    def _tell_alerts(self, ranking: Ranking) -> None:
        """Those that stood there at the first look are no news."""
        alerts = {story.id: story for story in ranking.alerts if story.issue is None}
        if self.ranking is not None:
            for story in alerts.keys() - self._alerts:
                self.alerted.emit(alerts[story])
        self._alerts |= alerts.keys()

    def _tell(self) -> None:
        if self._admits:
            self._known |= {story.id for story in self.stories}
            self._admits = False
        old = [story for story in self.stories if story.id in self._known]
        self.shown.emit(old)
        self.waiting.emit(len(self.stories) - len(old))

    def _broke(self, error: Exception) -> None:
        self.failed.emit(self._around.explain(error))

    def _explain(self, error: Exception) -> None:
        self.refused.emit(self._around.explain(error))
        self.refresh()


def _short(title: str, most: int = 60) -> str:
    return title if len(title) <= most else title[: most - 1].rstrip() + "…"
