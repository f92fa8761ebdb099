import sys

import pytest
from pytestqt.qtbot import QtBot

from pantau.desktop import program
from pantau.desktop.program import Program


def run(monkeypatch: pytest.MonkeyPatch, code: str) -> Program:
    monkeypatch.setattr(program, "command", lambda *_words: [sys.executable, "-c", code])
    return Program(["x"])


def test_each_line_of_json_is_told_and_lines_for_people_are_not(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    made = run(monkeypatch, 'print("{\\"a\\": 1}\\nhalo\\n{\\"b\\": 2}", end="")')
    made.line.connect(told.append)
    with qtbot.waitSignal(made.ended, timeout=20_000) as ended:
        made.start()
    assert told == [{"a": 1}, {"b": 2}]
    assert ended.args == [0, ""]


def test_the_last_complaint_is_told_with_the_exit_code(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    code = 'import sys; sys.stderr.write("satu\\npantau: Cakram penuh.\\n"); sys.exit(1)'
    made = run(monkeypatch, code)
    with qtbot.waitSignal(made.ended, timeout=20_000) as ended:
        made.start()
    assert ended.args == [1, "Cakram penuh."]


def test_a_program_is_stopped_when_asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    made = run(monkeypatch, 'import time; print("{}", flush=True); time.sleep(60)')
    with qtbot.waitSignal(made.line, timeout=20_000):
        made.start()
    assert made.is_running
    made.stop()
    assert not made.is_running


def test_a_program_that_is_not_there_is_an_end_and_no_hang(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "command", lambda *_words: ["/nowhere/at-all"])
    made = Program(["x"])
    with qtbot.waitSignal(made.ended, timeout=20_000) as ended:
        made.start()
    assert ended.args[0] == -1


def test_the_command_is_this_very_program(monkeypatch: pytest.MonkeyPatch) -> None:
    assert program.command("engine") == [sys.executable, "-m", "pantau", "engine"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program.command("engine") == [sys.executable, "engine"]


def test_a_document_over_many_lines_is_told_as_one(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    made = run(monkeypatch, 'import json; print(json.dumps([{"a": 1}, {"b": ["x"]}], indent=2))')
    made.line.connect(told.append)
    with qtbot.waitSignal(made.ended, timeout=20_000):
        made.start()
    assert told == [[{"a": 1}, {"b": ["x"]}]]


def test_a_program_that_will_not_end_is_let_go_at_once_and_killed_later(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('{}', flush=True); time.sleep(60)"
    made = run(monkeypatch, deaf)
    with qtbot.waitSignal(made.line, timeout=20_000):
        made.start()
    told: list[object] = []
    made.ended.connect(told.append)
    with qtbot.waitSignal(made.destroyed, timeout=20_000):
        made.let_go(300)
        assert made.is_running  # the window's thread has not waited for it
    assert told == []
