import threading
import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pantau.desktop.surroundings import Surroundings
from pantau.desktop.worker import Question, Renewal, Worker


def nothing(_outcome: object) -> None:
    pass


def test_a_job_is_done_elsewhere_and_its_outcome_comes_back_here(qtbot: QtBot, around: Surroundings) -> None:
    seen: list[bool] = []
    told: list[bool] = []
    here = QThread.currentThread()
    around.worker.run(
        lambda: seen.append(QThread.currentThread() is here),
        lambda _none: told.append(QThread.currentThread() is here),
        nothing,
    )
    qtbot.waitUntil(lambda: bool(told))
    assert (seen, told) == ([False], [True])


def test_a_failure_comes_back_too_even_a_bug_of_ours(qtbot: QtBot, around: Surroundings) -> None:
    failures: list[Exception] = []
    around.worker.run(lambda: {}["nothing"], nothing, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], KeyError)


def test_an_answer_for_a_page_that_is_gone_is_dropped(qtbot: QtBot, around: Surroundings) -> None:
    owner, gate, told = QObject(), threading.Event(), []
    finished: list[int] = []
    around.worker.run(lambda: gate.wait(5), told.append, nothing, owner=owner)
    owner.deleteLater()
    QApplication.sendPostedEvents(owner, 52)  # QEvent.DeferredDelete
    gate.set()
    around.worker.run(lambda: 1, finished.append, nothing)
    qtbot.waitUntil(lambda: bool(finished))
    assert around.worker.wait()
    qtbot.wait(1)
    assert told == []


def test_a_page_that_asks_twice_hears_the_last_answer_only(qtbot: QtBot, around: Surroundings) -> None:
    owner = QObject()
    question = Question(around.worker, owner)
    gate, told = threading.Event(), []

    def slow() -> str:
        gate.wait(5)
        return "first"

    question.ask(slow, told.append, nothing)
    question.ask(lambda: "second", told.append, nothing)
    qtbot.waitUntil(lambda: told == ["second"])
    gate.set()
    assert around.worker.wait()
    question.ask(lambda: "third", told.append, nothing)
    qtbot.waitUntil(lambda: "third" in told)
    assert told == ["second", "third"]


@pytest.mark.parametrize("times", [50])
def test_many_jobs_all_come_back(qtbot: QtBot, around: Surroundings, times: int) -> None:
    told: list[int] = []
    for number in range(times):
        around.worker.run(lambda number=number: number, told.append, nothing)
    qtbot.waitUntil(lambda: len(told) == times)
    assert sorted(told) == list(range(times))


def test_a_burst_costs_one_reading_after_another_with_rest_between(qtbot: QtBot) -> None:
    worker = Worker()
    owner = QObject()
    begun: list[float] = []

    def job() -> None:
        begun.append(time.monotonic())

    renewal = Renewal(worker, lambda: job, lambda _none: None, lambda _error: None, owner)
    end = time.monotonic() + 0.7
    while time.monotonic() < end:
        renewal.ask()
        qtbot.wait(5)
    assert 2 <= len(begun) <= 4
    assert min(later - sooner for sooner, later in pairwise(begun)) > 0.2  # a coarse timer
    assert worker.end()


def test_what_the_officer_does_is_read_at_once_and_what_fails_may_be_asked_again(qtbot: QtBot) -> None:
    worker = Worker()
    owner = QObject()
    failed: list[str] = []

    def job() -> None:
        raise ValueError("hilang")

    renewal = Renewal(worker, lambda: job, lambda _none: None, lambda error: failed.append(str(error)), owner)
    renewal.ask()
    renewal.ask(at_once=True)
    qtbot.waitUntil(lambda: failed == ["hilang", "hilang"], timeout=200)
    assert worker.end()
