"""Officers at random, against the truths that must hold after whatever they do."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from pantau.domain.article import DateOrigin, Entry
from pantau.domain.errors import PantauError
from pantau.domain.ids import StoryId
from pantau.domain.issue import House, NarrativeStatus, Status
from pantau.domain.outcome import Done
from pantau.domain.source import NewSource
from pantau.domain.story import Story
from pantau.domain.team import Role
from pantau.operations import Desk, facts, issues, narratives, open_desk, regrouping, sources, team, triage

STORIES = 4
WHO = st.integers(0, 2)
STORY = st.integers(1, STORIES)
PLACE = st.integers(0, 9)
TEXT = st.sampled_from(["Aman.", "Dua luka.", "Diperiksa.", " ", "\u202e<b>"])
NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


class Officers(RuleBasedStateMachine):
    """Each act may be refused; what it must never do is break a truth."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.now = NOON
        lead = open_desk(str(Path(self.folder.name) / "p.db"), name="Kepala Regu", clock=self.clock)
        others = [team.ensure(lead, role.value, role).value for role in (Role.DRAFTER, Role.APPROVER)]
        self.desks = [lead, *(lead.as_officer(other) for other in others)]
        self.undo: list[Callable[[], Done[Any]]] = []
        self.notes: set[str] = set()
        self.facts: set[int] = set()
        self.approved: dict[int, House] = {}
        self.links = 0
        self._publish(lead)

    def clock(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def _publish(self, desk: Desk) -> None:
        source = sources.add(desk, NewSource("https://kabar.example/feed")).value.id
        with desk.database.write() as tx:
            for number in range(1, STORIES + 1):
                link = f"https://kabar.example/{number}"
                entry = Entry(link, link, f"Kabar {number}", "", "", "isi", NOON, DateOrigin.STATED)
                article = tx.arrivals.keep(source, [entry], NOON).new[0]
                tx.stories.save(
                    [Story(StoryId(number), f"Kabar {number}", 50.0, False, (), 1, 1, NOON, NOON, article)]
                )

    def act(self, act: Callable[..., Done[Any]], *arguments: Any) -> Any:
        with suppress(PantauError):
            done = act(*arguments)
            if done.undo is not None:
                self.undo.append(done.undo)
            return done.value
        return None

    def issue(self, place: int) -> Any:
        found = issues.listed(self.desks[0], closed=True)
        return found[place % len(found)] if found else None

    @rule(
        who=WHO,
        story=STORY,
        act=st.sampled_from([triage.watch, triage.dismiss, triage.unmark, issues.take_up]),
    )
    def decide(self, who: int, story: int, act: Callable[..., Done[Any]]) -> None:
        self.act(act, self.desks[who], StoryId(story))

    @rule(who=WHO, place=PLACE, status=st.sampled_from(Status))
    def move(self, who: int, place: int, status: Status) -> None:
        if issue := self.issue(place):
            self.act(issues.set_status, self.desks[who], issue, status)

    @rule(who=WHO, place=PLACE, to=WHO)
    def assign(self, who: int, place: int, to: int) -> None:
        if issue := self.issue(place):
            self.act(issues.assign, self.desks[who], issue, self.desks[to].officer.id)

    @rule(who=WHO, place=PLACE, text=TEXT)
    def note(self, who: int, place: int, text: str) -> None:
        text = f"{text} {len(self.notes)}" if text.strip() else text
        if (issue := self.issue(place)) and self.act(issues.note, self.desks[who], issue.id, text):
            self.notes.add(text)

    @rule(who=WHO, place=PLACE, text=TEXT)
    def fact(self, who: int, place: int, text: str) -> None:
        if issue := self.issue(place):
            self.act(facts.add, self.desks[who], issue.id, text, "Laporan")

    @rule(who=WHO, one=PLACE, other=PLACE)
    def merge(self, who: int, one: int, other: int) -> None:
        if (issue := self.issue(one)) and (into := self.issue(other)):
            self.act(regrouping.merge, self.desks[who], issue, into)

    @rule(who=WHO, place=PLACE, story=STORY, linked=st.booleans())
    def regroup(self, who: int, place: int, story: int, linked: bool) -> None:
        if issue := self.issue(place):
            act = issues.link if linked else issues.unlink
            self.act(act, self.desks[who], issue, StoryId(story))

    @rule(who=WHO, place=PLACE, story=STORY)
    def split(self, who: int, place: int, story: int) -> None:
        if issue := self.issue(place):
            self.act(regrouping.split, self.desks[who], issue, [StoryId(story)], "Terpisah")

    @rule(who=WHO, place=PLACE, parts=st.tuples(TEXT, TEXT, TEXT, TEXT))
    def write(self, who: int, place: int, parts: tuple[str, str, str, str]) -> None:
        if issue := self.issue(place):
            seen = narratives.current(self.desks[who], issue.id)
            self.act(narratives.write, self.desks[who], issue.id, House(parts[0], parts[1:]), seen)

    @rule(
        who=WHO,
        place=PLACE,
        act=st.sampled_from([narratives.submit, narratives.submit, narratives.approve, narratives.withdraw]),
    )
    def review(self, who: int, place: int, act: Callable[..., Done[Any]]) -> None:
        if (issue := self.issue(place)) and (seen := narratives.current(self.desks[who], issue.id)):
            after = self.act(act, self.desks[who], seen)
            if after is not None and after.status is NarrativeStatus.APPROVED:
                self.approved[after.id] = after.house

    @rule(place=PLACE)
    def take_back(self, place: int) -> None:
        if self.undo:
            self.act(self.undo.pop(place % len(self.undo)))

    @invariant()
    def nothing_written_is_lost(self) -> None:
        if not hasattr(self, "desks"):
            return
        with self.desks[0].read() as tx:
            stored = tx.connection().exec_driver_sql("SELECT text FROM note").scalars().all()
        assert self.notes <= set(stored)

    @invariant()
    def what_was_approved_stands_and_a_second_person_did_it(self) -> None:
        if not hasattr(self, "desks"):
            return
        with self.desks[0].read() as tx:
            for number, house in self.approved.items():
                narrative = tx.narratives.get(number)  # type: ignore[arg-type]
                assert narrative.house == house
                assert narrative.status in (NarrativeStatus.APPROVED, NarrativeStatus.SUPERSEDED)
                assert narrative.approved_by not in (None, narrative.author)

    @invariant()
    def a_story_is_in_one_issue_and_both_sides_say_so(self) -> None:
        if not hasattr(self, "desks"):
            return
        with self.desks[0].read() as tx:
            linked = [(story, one.id) for one in tx.issues.all(closed=True) for story in one.stories]
            assert len({story for story, _issue in linked}) == len(linked)
            for story, issue in linked:
                assert tx.issues.of_story(story) == issue

    @invariant()
    def the_record_only_grows_and_holds(self) -> None:
        if not hasattr(self, "desks"):
            return
        with self.desks[0].read() as tx:
            links = tx.activity.verify()
        assert links >= self.links
        self.links = links

    def teardown(self) -> None:
        if hasattr(self, "desks"):
            self.desks[0].close()
            self.folder.cleanup()


Officers.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestOfficers = Officers.TestCase
