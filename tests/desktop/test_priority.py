import sys

import pytest
from pytestqt.qtbot import QtBot

from pantau.desktop import program
from pantau.desktop.priority import give_way
from pantau.desktop.program import Program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="niceness is Unix's word for it")


def test_a_program_that_yields_comes_after_the_window_and_so_does_what_it_starts(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "import os, subprocess, sys\n"
        "sys.stdin.read(1)\n"
        "print([os.nice(0), int(subprocess.check_output(['nice']))])"
    )
    monkeypatch.setattr(program, "command", lambda *_words: [sys.executable, "-c", code])
    told: list[object] = []
    made = Program(["x"], yields=True)
    made.line.connect(told.append)
    with qtbot.waitSignal(made.ended, timeout=20_000):
        made.start()
        assert made._process.waitForStarted()
        made._process.write(b"\n")
    expected = 10
    assert told == [[expected, expected]]


def test_a_process_that_is_gone_is_no_error() -> None:
    give_way(2**22 - 1)
