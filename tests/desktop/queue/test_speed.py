"""Ten thousand stories: the list stays at hand."""

import random
from dataclasses import replace
from time import perf_counter

from pytestqt.qtbot import QtBot

from pantau.desktop.queue.listing import QueueList
from pantau.desktop.surroundings import Surroundings

from .. import content


def test_ten_thousand_rows_are_shown_ranked_anew_and_scrolled_without_a_stall(
    qtbot: QtBot, around: Surroundings
) -> None:
    base = content.queue()
    stories = [
        replace(base[number % len(base)], id=number, title=f"{base[number % len(base)].title} {number}")
        for number in range(10_000)
    ]
    view = QueueList(around)
    qtbot.addWidget(view)
    view.resize(460, 700)
    with qtbot.waitExposed(view):
        view.show()
    began = perf_counter()
    view.show_stories(stories)
    view.viewport().repaint()
    shown = perf_counter() - began
    random.Random(3).shuffle(stories)
    began = perf_counter()
    view.show_stories(stories)
    view.viewport().repaint()
    ranked = perf_counter() - began
    frames = []
    for step in range(60):
        view.verticalScrollBar().setValue(step * 300)
        began = perf_counter()
        view.viewport().repaint()
        frames.append(perf_counter() - began)
    frames.sort()
    print(f"shown {shown * 1e3:.0f} ms, ranked {ranked * 1e3:.0f} ms, frame p95 {frames[57] * 1e3:.1f} ms")
    assert shown < 1.0
    assert ranked < 1.0
    assert frames[57] < 0.1
