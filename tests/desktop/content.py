"""A shift's worth of stories for the window, made by hand: fixed times, so that pictures and tests stay the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pantau.domain.article import DateOrigin, Entry
from pantau.domain.finding import Finding
from pantau.domain.ids import ArticleId, IssueId, StoryId
from pantau.domain.poll import Poll
from pantau.domain.source import NewSource, Tier
from pantau.domain.story import Mark, Reading, Reason, Region, RegionKind, RiskKind, Story, ToneLabel
from pantau.language import tokens
from pantau.store.database import Database

NOW = datetime(2025, 2, 3, 6, 42, tzinfo=UTC)  # 13.42 WIB

OUTLETS = (
    "Kabar Nusantara",
    "Harian Khatulistiwa",
    "Suara Borneo",
    "Warta Ibu Kota",
    "Media Rakyat",
    "Pontianak Hari Ini",
    "Radar Kapuas",
    "Tribun Timur Raya",
    "Cek Fakta Bersama",
)

_LONG = (
    "Ratusan pemohon paspor mengantre sejak subuh di Kantor Imigrasi Surabaya setelah sistem antrean daring tidak"
    " dapat dibuka tiga hari berturut-turut, warga meminta kepastian jadwal dan penjelasan resmi"
)


def curve(counts: Sequence[int], until: datetime = NOW) -> tuple[tuple[datetime, int], ...]:
    """Counts in steps of ten minutes, the last of them now."""
    start = until.replace(minute=until.minute // 10 * 10, second=0) - timedelta(
        minutes=10 * (len(counts) - 1)
    )
    return tuple((start + timedelta(minutes=10 * place), count) for place, count in enumerate(counts))


def story(number: int = 1, **changes: object) -> Story:
    """A story in the middle of things; `changes` are fields of Story."""
    plain = Story(
        id=StoryId(number),
        title=f"Kabar nomor {number}",
        score=40.0,
        alert=False,
        reasons=(Reason("pace", 4.0, 40.0, {"reports": 4, "minutes": 60, "usual": 1}),),
        articles=4,
        sources=3,
        first_seen=NOW - timedelta(hours=2),
        last_seen=NOW - timedelta(minutes=20),
        headline=ArticleId(number * 100),
        curve=curve([1, 0, 1, 0, 2]),
    )
    made: Story = replace(plain, **changes)  # type: ignore[arg-type]
    if "reasons" in changes:
        return made
    half = round(made.score / 2, 1)
    facts = {"reports": made.articles, "outlets": made.sources, "minutes": 60, "usual": 1}
    topic = {"topic": "Imigrasi", "weight": 8, "fitting": made.articles, "reports": made.articles}
    reasons = (
        Reason("pace", 4.0, half, facts),
        Reason("topic", 8.0, round(made.score - half, 1), topic),
    )
    return replace(made, reasons=reasons)


def _place(name: str, code: str, kind: RegionKind = RegionKind.CITY) -> tuple[Region, ...]:
    return (Region(name, code, kind),)


def queue() -> list[Story]:
    """Eleven stories, the most pressing first: urgent to low, with marks, risks and a headline without end."""
    return [
        story(
            1,
            title="Kericuhan di Lapas Pontianak, dua petugas luka dan satu blok hunian rusak",
            score=87.4,
            alert=True,
            reasons=(
                Reason("pace", 14.0, 31.2, {"reports": 14, "outlets": 9, "minutes": 42, "usual": 1}),
                Reason("breadth", 9.0, 22.0, {"outlets": 9, "national": 3}),
                Reason(
                    "topic", 9.0, 18.0, {"topic": "Pemasyarakatan", "weight": 9, "fitting": 13, "reports": 14}
                ),
                Reason("risk.hoaks", 2.0, 9.2, {"raising": 2, "reports": 14, "count": 14}),
                Reason("unanswered", 42.0, 7.0, {"minutes": 42}),
            ),
            articles=14,
            sources=9,
            first_seen=NOW - timedelta(minutes=72),
            last_seen=NOW - timedelta(minutes=2),
            topics=("Pemasyarakatan",),
            units=("pemasyarakatan",),
            regions=_place("Pontianak", "61.71"),
            tone=ToneLabel.NEGATIVE,
            risks=(RiskKind.HOAX,),
            curve=curve([1, 0, 1, 0, 2, 3, 4, 3]),
        ),
        story(
            2,
            title=_LONG,
            score=71.9,
            articles=11,
            sources=6,
            topics=("Imigrasi", "Pelayanan publik"),
            units=("imigrasi", "pelayanan publik"),
            regions=_place("Surabaya", "35.78"),
            tone=ToneLabel.NEGATIVE,
            last_seen=NOW - timedelta(minutes=9),
            curve=curve([1, 1, 2, 1, 0, 2, 1, 2, 1]),
        ),
        story(
            3,
            title="Video lama pungutan liar di rutan beredar lagi, disebut terjadi pekan ini",
            score=63.0,
            sources=4,
            articles=6,
            topics=("Pemasyarakatan",),
            units=("pemasyarakatan",),
            regions=_place("Makassar", "73.71"),
            risks=(RiskKind.HOAX, RiskKind.INCITEMENT),
            curve=curve([2, 1, 0, 0, 1, 1, 1]),
        ),
        story(
            4,
            title="Warga negara asing tanpa izin tinggal diamankan di Bali",
            score=58.2,
            sources=5,
            articles=7,
            topics=("Imigrasi",),
            units=("imigrasi",),
            regions=_place("Badung", "51.03", RegionKind.REGENCY),
            mark=Mark.WATCHED,
            curve=curve([1, 1, 1, 0, 2, 1, 0, 1]),
        ),
        story(
            5,
            title="Rancangan peraturan tentang badan usaha mendapat masukan dari asosiasi notaris",
            score=44.6,
            units=("AHU",),
            topics=("AHU",),
            curve=curve([1, 0, 0, 1, 0, 0, 1, 1]),
        ),
        story(
            6,
            title="Warga binaan Lapas Cipinang lulus ujian kesetaraan",
            score=41.0,
            units=("pemasyarakatan",),
            tone=ToneLabel.POSITIVE,
            regions=_place("Jakarta Timur", "31.75"),
            issue=IssueId(3),
        ),
        story(
            7,
            title="Pendaftaran merek kolektif perajin tenun Sumba dipermudah",
            score=36.3,
            units=("kekayaan intelektual",),
            tone=ToneLabel.POSITIVE,
            regions=_place("Nusa Tenggara Timur", "53", RegionKind.PROVINCE),
        ),
        story(8, title="Seleksi calon aparatur memasuki tahap wawancara", score=29.5, units=("SDM",)),
        story(
            9,
            title="Layanan bantuan hukum keliling hadir di lima kecamatan",
            score=22.8,
            units=("bantuan hukum",),
        ),
        story(10, title="Diskusi publik pemutakhiran aturan hak asasi manusia", score=15.1, units=("HAM",)),
        story(11, title="Kunjungan kerja di kantor wilayah", score=8.0, sources=1, articles=1),
    ]


def reports(number: int = 1) -> list[tuple[int, Entry]]:
    """The reports of a story with the place of their outlet; two repeat the first word for word."""
    lines = (
        (5, "Kericuhan pecah di Lapas Pontianak, api terlihat dari luar tembok", 72),
        (2, "Dua petugas luka dalam kericuhan Lapas Pontianak", 55),
        (3, "Keluarga warga binaan berkumpul di depan Lapas Pontianak", 41),
        (0, "Kericuhan pecah di Lapas Pontianak, api terlihat dari luar tembok", 38),
        (1, "Kericuhan Pecah di Lapas Pontianak: Api Terlihat dari Luar Tembok", 33),
        (4, "Kanwil: situasi Lapas Pontianak terkendali, dua petugas dirawat", 21),
        (6, "Satu blok hunian Lapas Pontianak rusak, polisi berjaga", 12),
        (8, "Belum ada bukti klaim sepuluh orang tewas di Lapas Pontianak", 4),
    )
    return [
        (
            outlet,
            Entry(
                guid=f"berita-{number}-{place}",
                link=f"https://berita.example/{number}/{place}",
                title=title,
                author="Redaksi daerah" if place % 2 else "",
                summary_html=f"<p>{title}. {_BODY}</p><p>{_MORE}</p>",
                summary_text=f"{title}. {_BODY}",
                published=NOW - timedelta(minutes=ago),
                published_origin=DateOrigin.STATED,
                language="id",
            ),
        )
        for place, (outlet, title, ago) in enumerate(lines)
    ]


_BODY = "Peristiwa terjadi sekitar pukul 12.30 WIB dan berlangsung kurang dari satu jam."
_MORE = 'Petugas menyatakan keadaan terkendali. <a href="https://berita.example/lengkap">Selengkapnya</a>'


def fill(database: Database, stories: Sequence[Story] | None = None) -> None:
    """Put outlets, stories and the first story's reports into a database, as an engine would."""
    with database.write() as tx:
        sources = [
            tx.sources.add(NewSource(f"https://{place}.outlet.example/rss", name, tier))[0].id
            for place, (name, tier) in enumerate(zip(OUTLETS, _TIERS, strict=True))
        ]
        polls = [Poll(source, NOW - timedelta(seconds=14 + source), NOW, 15.0, 200) for source in sources]
        polls[6] = replace(polls[6], status=404, error="source.status", error_facts={"status": 404})
        tx.sources.record(polls[:8])
    with database.write() as tx:
        wanted = queue() if stories is None else list(stories)
        kept = [tx.arrivals.keep(sources[outlet], [entry], NOW).new[0] for outlet, entry in reports()]
        tx.search.put(
            (article, tokens.indexed(entry.title), tokens.indexed(entry.summary_text))
            for article, (_outlet, entry) in zip(kept, reports(), strict=True)
        )
        tx.stories.save([replace(one, headline=kept[0], mark=None, issue=None) for one in wanted])
        if wanted:
            first = wanted[0].id
            tx.stories.record(
                Finding(article, first, first, Reading(), kept[0] if place in (3, 4) else None)
                for place, article in enumerate(kept)
            )


_TIERS = (
    Tier.NATIONAL,
    Tier.REGIONAL,
    Tier.REGIONAL,
    Tier.NATIONAL,
    Tier.NATIONAL,
    Tier.REGIONAL,
    Tier.REGIONAL,
    Tier.REGIONAL,
    Tier.FACT_CHECKER,
)
