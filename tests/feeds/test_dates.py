"""Dates as outlets write them, and what nobody could mean by a date."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pantau.domain.article import DateOrigin
from pantau.feeds.dates import EARLIEST, WIB, WIT, WITA, NoDate, published

RECEIVED = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

STATED = [
    # RFC 822 and what passes for it
    ("Tue, 24 Nov 2026 15:02:25 +0700", "2026-11-24T08:02:25"),
    ("Tue, 24 Nov 2026 08:02:25 GMT", "2026-11-24T08:02:25"),
    ("Tue, 24 Nov 2026 08:02:25 UTC", "2026-11-24T08:02:25"),
    ("Tue, 24 Nov 2026 08:02:25 UT", "2026-11-24T08:02:25"),
    ("Tue, 24 Nov 2026 08:02:25 Z", "2026-11-24T08:02:25"),
    ("Tue, 24 Nov 2026 03:02:25 EST", "2026-11-24T08:02:25"),
    ("Tue, 24 Nov 2026 00:02:25 -0800", "2026-11-24T08:02:25"),
    ("Tue, 24 Nov 2026 13:32:25 +0530", "2026-11-24T08:02:25"),
    ("Tue, 24 Nov 2026 15:02 +0700", "2026-11-24T08:02:00"),
    ("Tue, 24 Nov 26 15:02:25 +0700", "2026-11-24T08:02:25"),
    ("24 Nov 2026 15:02:25 +0700", "2026-11-24T08:02:25"),
    ("Tue,24 Nov 2026 15:02:25 +0700", "2026-11-24T08:02:25"),
    ("Tues, 24 Nov 2026 15:02:25 +0700", "2026-11-24T08:02:25"),
    ("Tue, 24 November 2026 15:02:25 +0700", "2026-11-24T08:02:25"),
    ("Tue, 3 Nov 2026 15:02:25 +0700", "2026-11-03T08:02:25"),
    ("Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59"),
    ("Mon, 23 Nov 2026 15:02:25 WIB", "2026-11-23T08:02:25"),
    ("Mon, 23 Nov 2026 15:02:25 WITA", "2026-11-23T07:02:25"),
    ("Mon, 23 Nov 2026 15:02:25 WIT", "2026-11-23T06:02:25"),
    ("Tue Nov 24 15:02:25 WIB 2026", "2026-11-24T08:02:25"),
    # RFC 3339, ISO 8601, W3CDTF
    ("2026-11-24T15:02:25+07:00", "2026-11-24T08:02:25"),
    ("2026-11-24T08:02:25Z", "2026-11-24T08:02:25"),
    ("2026-11-24T08:02:25.500Z", "2026-11-24T08:02:25.500000"),
    ("2026-11-24t08:02:25z", "2026-11-24T08:02:25"),
    ("2026-11-24T15:02+07:00", "2026-11-24T08:02:00"),
    ("2026-11-24T15:02:25+0700", "2026-11-24T08:02:25"),
    ("2026-11-24T15:02:25+07", "2026-11-24T08:02:25"),
    ("2026-11-24 15:02:25 +0700", "2026-11-24T08:02:25"),
    ("2026-11-24T15:02:25 Asia/Jakarta", "2026-11-24T08:02:25"),
    ("2026-11-23T24:00:00Z", "2026-11-24T00:00:00"),
    ("20261124T080225Z", "2026-11-24T08:02:25"),
    ("1795507345", "2026-11-24T08:02:25"),
    ("1795507345000", "2026-11-24T08:02:25"),
    # Indonesian
    ("Senin, 23 November 2026 10.00 WIB", "2026-11-23T03:00:00"),
    ("Senin, 23 November 2026 10:00 WITA", "2026-11-23T02:00:00"),
    ("Senin, 23 November 2026 10:00 WIT", "2026-11-23T01:00:00"),
    ("Senin (23/11/2026) pukul 10.00 WIB", "2026-11-23T03:00:00"),
    ("23/11/2026 10:00 WITA", "2026-11-23T02:00:00"),
    ("23-11-2026 10.00 WIB", "2026-11-23T03:00:00"),
    ("23.11.2026 10.00 WIB", "2026-11-23T03:00:00"),
    ("Senin, 23/11/2026 | 10.00 WIB", "2026-11-23T03:00:00"),
    ("Senin, 23 Nov 2026 - 10:00 WITA", "2026-11-23T02:00:00"),
    ("Jum'at, 20 Nopember 2026 jam 9 WIB", "2026-11-20T02:00:00"),
    ("Jumat, 20 Nop 2026 pkl. 09.30.15 WIB", "2026-11-20T02:30:15"),
    ("Ahad, 2 Agustus 2026 07:05 WITA", "2026-08-01T23:05:00"),
    ("Minggu, 2 Agt 2026 - 07:05 WIB", "2026-08-02T00:05:00"),
    ("Minggu, 2 Agu 2026 07.05 wib", "2026-08-02T00:05:00"),
    ("Rabu, 6 Mei 2026, 21.15 WIB", "2026-05-06T14:15:00"),
    ("Kamis, 1 Oktober 2026 00.00 WIT", "2026-09-30T15:00:00"),
    ("Selasa, 10 Maret 2026 24.00 WIB", "2026-03-10T17:00:00"),
    ("Kamis 31 Des 2025 23:59 WIB", "2025-12-31T16:59:00"),
    ("10.00 WIB, 23 Okt 2026", "2026-10-23T03:00:00"),
    ("10.00 WIB 23/10/2026", "2026-10-23T03:00:00"),
    ("23 November 2026 15:02 WIB (GMT+7)", "2026-11-23T08:02:00"),
    ("23 November 2026 15:02 GMT+7", "2026-11-23T08:02:00"),
    ("23 November 2026 15:02 UTC+07:00", "2026-11-23T08:02:00"),
    ("Dipublikasikan pada Senin, 23 November 2026, pukul 10.00 WIB", "2026-11-23T03:00:00"),
]
ASSUMED = [
    ("Sel, 3 Feb 2025 pukul 14.05", "2025-02-03T07:05:00"),
    ("3 Peb 2025 14:05", "2025-02-03T07:05:00"),
    ("03/02/2025 14:05", "2025-02-03T07:05:00"),
    ("3/2/25 14.05", "2025-02-03T07:05:00"),
    ("Senin, 23 November 2026", "2026-11-22T17:00:00"),
    ("2026-11-24", "2026-11-23T17:00:00"),
    ("2026-11-24 15:02:25", "2026-11-24T08:02:25"),
    ("2026/11/24 15:02", "2026-11-24T08:02:00"),
    ("2026-11-24T15:02:25", "2026-11-24T08:02:25"),
    ("Tue Nov 24 15:02:25 2026", "2026-11-24T08:02:25"),
    ("November 24, 2026 3:02 PM", "2026-11-24T08:02:00"),
    ("Nov 24, 2026 12:30 am", "2026-11-23T17:30:00"),
    ("11/24/2026 10:00", "2026-11-24T03:00:00"),
    ("2026-10", "2026-09-30T17:00:00"),
    ("2026", "2025-12-31T17:00:00"),
    ("2 jam yang lalu", "2026-11-24T10:00:00"),
    ("45 menit lalu", "2026-11-24T11:15:00"),
    ("3 days ago", "2026-11-21T12:00:00"),
    ("Kemarin 14.05 WIB", "2026-11-23T07:05:00"),
    ("Hari ini, 10:00", "2026-11-24T03:00:00"),
    ("Baru saja", "2026-11-24T12:00:00"),
]


@pytest.mark.parametrize(("text", "moment"), STATED, ids=[text for text, _ in STATED])
def test_a_date_with_day_time_and_zone_is_taken_at_its_word(text: str, moment: str) -> None:
    told = published(text, received=RECEIVED, zone=WIT)  # a zone that none of them may fall back on
    assert (told.moment.isoformat(), told.origin) == (f"{moment}+00:00", DateOrigin.STATED)


@pytest.mark.parametrize(("text", "moment"), ASSUMED, ids=[text for text, _ in ASSUMED])
def test_what_a_date_leaves_out_is_the_outlets_and_marked_as_assumed(text: str, moment: str) -> None:
    told = published(text, received=RECEIVED, zone=WIB)
    assert (told.moment.isoformat(), told.origin) == (f"{moment}+00:00", DateOrigin.ASSUMED)


@pytest.mark.parametrize(("zone", "hour"), [(WIB, 3), (WITA, 2), (WIT, 1)], ids=["WIB", "WITA", "WIT"])
def test_a_missing_zone_is_that_of_the_outlet(zone: timezone, hour: int) -> None:
    assert published("23 November 2026 10.00", received=RECEIVED, zone=zone).moment.hour == hour


@pytest.mark.parametrize(
    "text",
    ["", " ", "tidak ada", "WIB", "10.00", "32 Nov 2026", "2026-13-45", "0000-00-00 00:00:00", "\x00", "9" * 300,
     "30/02/2026", "Senin", "pukul 10", "-1", "24 Nov 2026 25:00", "2026-11-24T99:99:99Z", "١٢/١١/٢٠٢٦"],
)  # fmt: skip
def test_what_is_no_date_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NoDate):
        published(text, received=RECEIVED, zone=WIB)


@pytest.mark.parametrize(
    "text", ["Tue, 24 Nov 99999 10:00:00 GMT", "2099-01-01T00:00:00Z", "Thu, 26 Nov 2026 12:00:01 +0000"]
)
def test_a_date_too_far_ahead_is_brought_back_to_a_day_after_receipt(text: str) -> None:
    told = published(text, received=RECEIVED, zone=WIB)
    assert (told.moment, told.origin) == (RECEIVED + timedelta(hours=24), DateOrigin.CLAMPED)


@pytest.mark.parametrize(
    "text", ["Thu, 01 Jan 1970 00:00:00 +0000", "0001-01-01T00:00:00Z", "31 Des 1989 23:00 WIB"]
)
def test_a_date_before_1990_is_brought_forward_to_it(text: str) -> None:
    told = published(text, received=RECEIVED, zone=WIB)
    assert (told.moment, told.origin) == (EARLIEST, DateOrigin.CLAMPED)


@given(st.text(max_size=250))
def test_no_text_whatever_does_more_than_hold_no_date(text: str) -> None:
    try:
        told = published(text, received=RECEIVED, zone=WIB)
    except NoDate:
        return
    assert EARLIEST <= told.moment <= RECEIVED + timedelta(hours=24)


@given(
    st.datetimes(datetime(1990, 1, 2), datetime(2026, 11, 20)),  # noqa: DTZ001 - the zone comes from elsewhere
    st.sampled_from([(WIB, "WIB"), (WITA, "WITA"), (WIT, "WIT")]),
)
def test_every_indonesian_date_written_out_is_read_back(local: datetime, zone: tuple[timezone, str]) -> None:
    days = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
    months = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
              "November", "Desember")  # fmt: skip
    text = (
        f"{days[local.weekday()]}, {local.day} {months[local.month - 1]} {local.year} {local:%H.%M} {zone[1]}"
    )
    expected = local.replace(second=0, microsecond=0, tzinfo=zone[0])
    assert published(text, received=RECEIVED, zone=UTC).moment == expected


@given(st.datetimes(datetime(1990, 1, 2), datetime(2026, 11, 20)), st.integers(-12, 14))  # noqa: DTZ001
def test_rfc_822_and_rfc_3339_are_read_back_from_any_zone(local: datetime, hours: int) -> None:
    moment = local.replace(microsecond=0, tzinfo=timezone(timedelta(hours=hours)))
    for text in (f"{moment:%a, %d %b %Y %H:%M:%S %z}", moment.isoformat()):
        assert published(text, received=RECEIVED, zone=WIB).moment == moment
