"""Pages in the states in which they are looked at: for pictures, and for the test that each can be drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pantau.desktop.application import catalogues
from pantau.desktop.assembly import assemble
from pantau.desktop.drill.player import DrillPlayer, Progress
from pantau.desktop.engine import EngineKeeper
from pantau.desktop.issues.dialogs import JudgeDialog
from pantau.desktop.issues.view_model import approvers
from pantau.desktop.settings.dialog import show_settings
from pantau.desktop.sources.add_dialog import AddSourceDialog
from pantau.desktop.surroundings import Surroundings
from pantau.desktop.theme import Theme
from pantau.desktop.window.frame import Window
from pantau.desktop.window.memory import WindowMemory
from pantau.desktop.worker import Worker
from pantau.domain.finding import Threading
from pantau.domain.ids import SourceId, StoryId
from pantau.domain.issue import House, Status
from pantau.domain.team import Role
from pantau.operations import Desk, facts, issues, narratives, open_desk, team, triage

from . import content

HOUSE = House(
    "Situasi Lapas Pontianak terkendali sejak pukul 13.15 WIB; dua petugas luka ringan dan sudah dirawat.",
    (
        "Keselamatan petugas dan warga binaan menjadi perhatian pertama; tidak ada korban jiwa.",
        "Penyebab sedang diperiksa bersama kepolisian dan hasilnya disampaikan terbuka.",
        "Layanan kunjungan dibuka kembali besok; keluarga dapat menghubungi 0800-000-000.",
    ),
)

CHAT = (
    "Assalamualaikum bapak/ibu 🙏 info dari grup:\n"
    "Situasi Lapas Pontianak terkendali sejak pukul 14.15 WIB, tiga petugas luka ringan dan sudah dirawat.\n"
    "Ada korban jiwa. Penyebabnya sedang diperiksa bersama kepolisian, katanya ulah provokator.\n"
    "Layanan kunjungan dibuka kembali lusa; keluarga dapat menghubungi 0800-000-000."
)


class Stage:
    """Two databases, one full and one empty, and a window on whichever a scene asks for."""

    def __init__(
        self, application: QApplication, folder: Path, language: str, full: Desk | None = None
    ) -> None:
        """`full` stands in for the shift made by hand."""
        for translator in catalogues(language, application) if language != "en" else ():
            application.installTranslator(translator)
        self.theme = Theme(application, "light")
        self.worker = Worker(application)
        self.language = language
        self.folder = folder
        self.full = full or open_desk(str(folder / "full.db"), name="Petugas pagi", clock=lambda: content.NOW)
        self.empty = open_desk(str(folder / "empty.db"), name="Petugas pagi", clock=lambda: content.NOW)
        if full is None:
            work(self.full)
        self.memory = WindowMemory(folder / "window.ini")
        self.engine = EngineKeeper("", application)
        self.player = DrillPlayer(application)
        self.window: Window | None = None

    def around(self, desk: Desk) -> Surroundings:
        return Surroundings(self.theme, self.worker, self.language, desk.clock)

    def open(self, page: str, *, empty: bool = False) -> Window:
        desk = self.empty if empty else self.full
        window = assemble(desk, self.around(desk), self.memory, self.engine, self.player)
        self.window = window
        window.resize(*self.size)
        window.show()
        window.go(page)
        settle()
        window.go(page)  # an empty database begins with the first page
        settle(50)
        return window

    def grab(
        self, scene: Callable[[Stage], QWidget], scheme: str, width: int, height: int, file: Path
    ) -> None:
        self.theme.choose(scheme)
        self.size = (width, height)
        QCursor.setPos(width // 2, height // 2)  # in the corner it would hover over the first page's button
        shown = scene(self)
        settle()
        shown.grab().save(str(file))
        self.leave()

    def leave(self) -> None:
        self.worker.wait()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        settle(10)

    def close(self) -> None:
        self.leave()
        self.worker.end()
        self.full.close()
        self.empty.close()


def settle(milliseconds: int = 250) -> None:
    QTest.qWait(milliseconds)


def until(holds: Callable[[], bool]) -> None:
    """Let the window work until the condition holds."""
    for _look in range(1_000):
        if holds():
            return
        QTest.qWait(10)
    raise TimeoutError


def work(desk: Desk) -> None:
    """What officers did in this shift: three issues in three states, one story watched."""
    content.fill(desk.database)
    triage.watch(desk, StoryId(4))
    triage.mute_word(desk, "ramalan cuaca")
    triage.mute_source(desk, SourceId(5))
    approver = team.ensure(desk, "Kepala hubungan masyarakat", Role.APPROVER).value
    before = Desk(desk.database, desk.officer, lambda: content.NOW - timedelta(minutes=37))
    first = issues.take_up(before, StoryId(1)).value
    facts.add(before, first.id, "Dua petugas luka ringan dan dirawat di RSUD", "Kanwil Kalimantan Barat")
    facts.add(before, first.id, "Api padam pukul 13.05 WIB", "Damkar Kota Pontianak")
    issues.note(desk, first.id, "Kepala lapas siap memberi keterangan pukul 14.00.")
    early = replace(HOUSE, umbrella="Situasi Lapas Pontianak belum sepenuhnya terkendali; tiga petugas luka.")
    written = narratives.submit(before, narratives.write(before, first.id, early, None).value).value
    in_force = narratives.approve(before.as_officer(approver), written).value
    narratives.submit(desk, narratives.write(desk, first.id, HOUSE, in_force).value)
    late = Desk(desk.database, desk.officer, lambda: content.NOW - timedelta(minutes=19))
    issues.take_up(late, StoryId(2))
    answered = issues.take_up(desk, StoryId(6)).value
    draft = narratives.submit(desk, narratives.write(desk, answered.id, HOUSE, None).value).value
    narratives.approve(desk.as_officer(approver), draft)
    issues.set_status(desk, answered, Status.ANSWERED)


def queue(stage: Stage) -> QWidget:
    window = stage.open("queue")
    page = window.page("queue")
    page.list.choose(0)  # type: ignore[attr-defined]
    return window


def queue_news(stage: Stage) -> QWidget:
    window = stage.open("queue")
    page = window.page("queue")
    page.list.choose(1)  # type: ignore[attr-defined]
    page.list.pill.tell(stage.around(stage.full).say("queue.new", count=3))  # type: ignore[attr-defined]
    window.notice.tell("Dipantau: Warga negara asing tanpa izin tinggal", "Urungkan (Z)")
    return window


def report(stage: Stage) -> QWidget:
    window = queue(stage)
    reader = window.page("queue").detail.reader  # type: ignore[attr-defined]
    reader.list.setCurrentItem(reader.list.topLevelItem(1))
    return window


def queue_thread(stage: Stage) -> QWidget:
    """A story of an affair with five others, the claims and reports above and below."""
    titles = (
        "Keluarga warga binaan menunggu kabar di depan Lapas Pontianak hingga malam",
        "Empat puluh warga binaan Lapas Pontianak dipindahkan setelah kericuhan",
        "Ombudsman minta penjelasan tentang pengamanan Lapas Pontianak",
        "Kanwil bentuk tim pemeriksa kericuhan Lapas Pontianak",
        "Jadwal kunjungan Lapas Pontianak dihentikan sementara",
    )
    others = [
        content.story(30 + place, title=title, score=9.0 - place, articles=5 - place, sources=2)
        for place, title in enumerate(titles)
    ]
    with stage.full.database.write() as tx:
        tx.stories.save(others)
        tx.threads.save(Threading(dict.fromkeys((1, *(int(story.id) for story in others)), 1)))
    window = queue(stage)
    until(window.page("queue").detail.affair.isVisible)  # type: ignore[attr-defined]
    window.page("queue").detail.scroller.ensureWidgetVisible(window.page("queue").detail.affair)  # type: ignore[attr-defined]
    return window


def queue_empty(stage: Stage) -> QWidget:
    return stage.open("queue", empty=True)


def welcome(stage: Stage) -> QWidget:
    return stage.open("welcome", empty=True)


def _issue(stage: Stage, number: int, tab: int) -> Window:
    window = stage.open("issues")
    page = window.page("issues")
    until(lambda: page.list.find_issue(number))  # type: ignore[attr-defined]
    page.split.open_detail()  # type: ignore[attr-defined]
    until(lambda: page.detail.known is not None and page.detail.known.issue.id == number)  # type: ignore[attr-defined]
    page.detail.tabs.setCurrentIndex(tab)  # type: ignore[attr-defined]
    settle()
    return window


def issue_facts(stage: Stage) -> QWidget:
    return _issue(stage, 1, 0)


def issue_review(stage: Stage) -> QWidget:
    window = _issue(stage, 1, 1)
    until(lambda: bool(window.page("issues").detail.narrative.remarks.text()))  # type: ignore[attr-defined]
    return window


def issue_new(stage: Stage) -> QWidget:
    return _issue(stage, 2, 1)


def issue_remarks(stage: Stage) -> QWidget:
    """Somebody types what the gate would not let pass, and looks at the second remark."""
    window = _issue(stage, 2, 1)
    tab = window.page("issues").detail.narrative  # type: ignore[attr-defined]
    texts = (
        "Antrean paspor memanjang sejak subuh; seorang anak berusia 9 tahun bernama Rara menjadi korban desakan.",
        "Ini ulah calo; kemungkinan besar ada orang dalam.",
        "Loket di UPT terdekat ditambah mulai besok.",
        "",
    )
    for field, text in zip((tab.umbrella, *tab.messages), texts, strict=True):
        if field.toPlainText() != text:
            field.setPlainText(text)
    until(lambda: len(tab.margin.notes) > 2)
    tab.step(1)
    tab.step(1)
    return window


def issue_check(stage: Stage) -> QWidget:
    """A message from a chat beside the narrative in force, its second remark chosen."""
    window = _checked(stage, CHAT)
    window.page("issues").detail.check.step(1)  # type: ignore[attr-defined]
    window.page("issues").detail.check.step(1)  # type: ignore[attr-defined]
    return window


def issue_check_elsewhere(stage: Stage) -> QWidget:
    """The message says otherwise than another issue's narrative does."""
    window = stage.open("issues")
    page = window.page("issues")
    page.show_issue(1)  # type: ignore[attr-defined]
    until(lambda: page.detail.known is not None and page.detail.known.issue.id == 1)  # type: ignore[attr-defined]
    tab = page.detail.check  # type: ignore[attr-defined]
    page.detail.check_text()  # type: ignore[attr-defined]
    tab.field.setPlainText(CHAT)
    until(tab.elsewhere.isVisible)
    return window


def issue_check_same(stage: Stage) -> QWidget:
    return _checked(stage, "\n".join((HOUSE.umbrella, *HOUSE.messages)))


def issue_check_empty(stage: Stage) -> QWidget:
    return _issue(stage, 2, 2)


def _checked(stage: Stage, text: str) -> Window:
    window = _issue(stage, 3, 2)
    tab = window.page("issues").detail.check  # type: ignore[attr-defined]
    tab.field.setPlainText(text)
    until(lambda: tab.is_read)
    return window


def issue_notes(stage: Stage) -> QWidget:
    return _issue(stage, 1, 3)


def issues_empty(stage: Stage) -> QWidget:
    return stage.open("issues", empty=True)


def approve(stage: Stage) -> QWidget:
    """The gate has something to say of what is to be approved."""
    window = _issue(stage, 1, 1)
    known = window.page("issues").detail.known  # type: ignore[attr-defined]
    blames = (HOUSE.messages[0], "Ini ulah calo; kemungkinan besar ada orang dalam.", HOUSE.messages[2])
    newest = replace(known.newest, house=replace(HOUSE, messages=blames))
    known = replace(known, narratives=(newest, *known.narratives[1:]))
    around = stage.around(stage.full)
    dialog = JudgeDialog(
        stage.full, around, known, approvers(known, stage.full), asks_why=False, parent=window
    )
    dialog.show()
    until(dialog.findings.isVisible)
    return dialog


def give_back(stage: Stage) -> QWidget:
    window = _issue(stage, 1, 1)
    page = window.page("issues")
    known = page.detail.known  # type: ignore[attr-defined]
    officers = approvers(known, stage.full)
    dialog = JudgeDialog(stage.full, stage.around(stage.full), known, officers, asks_why=True, parent=window)
    dialog.show()
    return dialog


def sources(stage: Stage) -> QWidget:
    return stage.open("sources")


def sources_empty(stage: Stage) -> QWidget:
    return stage.open("sources", empty=True)


def add_source(stage: Stage) -> QWidget:
    window = stage.open("sources")
    dialog = AddSourceDialog(stage.around(stage.full), {"61": "Kalimantan Barat"}, window)
    dialog.url.setText("https://outlet.example/rss")
    dialog.show()
    return dialog


def drills(stage: Stage) -> QWidget:
    window = stage.open("drills")
    page = window.page("drills")
    until(lambda: bool(page.cards))  # type: ignore[attr-defined]
    page.bar.setRange(0, 1_440)  # type: ignore[attr-defined]
    page._playing = page._scenarios[1]  # type: ignore[attr-defined]
    page.strip.show()  # type: ignore[attr-defined]
    page._progress(Progress(minute=515, reports=171))  # type: ignore[attr-defined]
    return window


def search(stage: Stage) -> QWidget:
    window = stage.open("search")
    window.page("search").search("lapas")  # type: ignore[attr-defined]
    settle()
    return window


def settings(stage: Stage) -> QWidget:
    window = stage.open("queue")
    dialog = show_settings(stage.full, stage.around(stage.full), window)
    until(dialog.agree.isEnabled)
    return dialog


def keys(stage: Stage) -> QWidget:
    window = stage.open("queue")
    window.help.toggle()
    return window


SCENES: dict[str, Callable[[Stage], QWidget]] = {
    scene.__name__.replace("_", "-"): scene
    for scene in (
        queue,
        queue_news,
        report,
        queue_empty,
        welcome,
        issue_facts,
        issue_review,
        issue_new,
        issue_remarks,
        issue_check,
        issue_check_same,
        issue_check_elsewhere,
        issue_check_empty,
        issue_notes,
        issues_empty,
        approve,
        give_back,
        sources,
        sources_empty,
        add_source,
        drills,
        search,
        settings,
        keys,
        queue_thread,
    )
}
