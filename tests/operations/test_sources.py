from __future__ import annotations

import pytest

from pantau.domain.errors import FetchError, NotFound, PantauError
from pantau.domain.ids import SourceId
from pantau.domain.source import NewSource, Tier
from pantau.feeds import catalogue
from pantau.operations import Desk, sources


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("ftp://kabar.example/feed", "bad-address"),
        ("javascript:alert(1)", "bad-address"),
        ("file:///etc/passwd", "bad-address"),
        ("kabar.example/feed", "bad-address"),
        ("https://", "bad-address"),
        ("https://user:rahasia@kabar.example/feed", "credentials"),
        ("http://127.0.0.1:8000/feed", "refused-address"),
        ("http://0x7f000001/feed", "refused-address"),
        ("http://[::1]/feed", "refused-address"),
        ("http://10.1.2.3/feed", "refused-address"),
        ("http://localhost/feed", "refused-address"),
        ("http://berita.kanwil.internal/feed", "refused-address"),
    ],
)
def test_an_address_that_may_not_be_polled_is_refused(desk: Desk, url: str, key: str) -> None:
    with pytest.raises(FetchError, match=key):
        sources.add(desk, NewSource(url))
    assert sources.listed(desk) == []


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8000/feed", "http://localhost/feed", "http://10.1.2.3/feed"]
)
def test_an_inner_address_is_taken_when_somebody_says_intranet(desk: Desk, url: str) -> None:
    assert sources.add(desk, NewSource(url, intranet=True)).value.intranet


def test_an_address_of_a_machine_s_own_secrets_is_never_taken(desk: Desk) -> None:
    with pytest.raises(FetchError, match="refused-address"):
        sources.add(desk, NewSource("http://169.254.169.254/latest", intranet=True))


def test_one_address_is_one_source_however_it_is_written(desk: Desk) -> None:
    first = sources.add(desk, NewSource("https://KABAR.example:443/feed#atas", "Kabar"))
    again = sources.add(desk, NewSource("https://kabar.example/feed", "Nama lain"))
    assert (again.value, again.activity) == (first.value, None)


def test_a_known_source_is_opened_to_the_intranet_when_somebody_says_so(desk: Desk) -> None:
    sources.add(desk, NewSource("https://kabar.example/feed"))
    done = sources.add(desk, NewSource("https://kabar.example/feed", intranet=True))
    assert done.value.intranet
    assert done.undo is not None
    assert not done.undo().value.intranet


def test_a_removed_source_comes_back_by_undo_with_its_identity(desk: Desk, source: SourceId) -> None:
    done = sources.remove(desk, source)
    assert sources.listed(desk) == []
    with pytest.raises(NotFound):
        sources.remove(desk, source)
    assert done.undo is not None
    assert done.undo().value.id == source


def test_a_disabled_source_is_enabled_by_undo(desk: Desk, source: SourceId) -> None:
    done = sources.disable(desk, source)
    assert not done.value.enabled
    assert done.undo is not None
    assert done.undo().value.enabled
    assert sources.enable(desk, source).activity is None


def test_a_source_is_described_and_put_back(desk: Desk, source: SourceId) -> None:
    done = sources.describe(desk, source, "Kabar Kalbar", Tier.NATIONAL, "61")
    assert (done.value.name, done.value.tier, done.value.region) == ("Kabar Kalbar", Tier.NATIONAL, "61")
    assert done.undo is not None
    assert done.undo().value.name == "Kabar Contoh"


def test_a_list_is_added_as_far_as_it_may_be_and_says_what_was_refused(desk: Desk) -> None:
    wanted = [NewSource(f"https://kabar.example/{n}") for n in (1, 2, 2)] + [NewSource("http://127.0.0.1/")]
    result = sources.add_all(desk, wanted).value
    assert (len(result.added), len(result.already)) == (2, 1)
    assert [(refusal.url, refusal.why.key) for refusal in result.refused] == [
        ("http://127.0.0.1/", "source.refused-address")
    ]


def test_the_catalogue_is_installed_once_and_undone(desk: Desk, source: SourceId) -> None:
    done = sources.install_catalogue(desk)
    assert len(done.value.added) == len(catalogue.load())
    assert sources.install_catalogue(desk).value.added == ()
    assert done.undo is not None
    done.undo()
    assert [one.id for one in sources.listed(desk)] == [source]


OPML = b"""<?xml version="1.0"?><opml version="2.0"><body>
<outline text="Kalimantan"><outline type="rss" text="Kabar &amp; Kita" xmlUrl="https://kabar.example/feed"/>
<outline type="rss" text="Lagi" xmlUrl="https://KABAR.example/feed"/>
<outline type="rss" text="Dalam" xmlUrl="http://10.0.0.5/feed"/>
<outline type="rss" text="Rahasia" xmlUrl="https://a:b@kabar.example/x"/>
<outline type="rss" text="Kosong" xmlUrl=""/></outline></body></opml>"""


def test_an_opml_file_is_taken_in_and_says_what_was_refused_and_why(desk: Desk) -> None:
    done = sources.import_opml(desk, OPML)
    assert [source.name for source in done.value.added] == ["Kabar & Kita"]
    assert len(done.value.already) == 1
    assert {refusal.why.key for refusal in done.value.refused} == {
        "source.refused-address",
        "source.credentials-in-address",
        "opml.no-address",
    }
    assert done.undo is not None
    done.undo()
    assert sources.listed(desk) == []


def test_an_opml_file_of_the_intranet_brings_inner_sources(desk: Desk) -> None:
    added = sources.import_opml(desk, OPML, intranet=True).value.added
    assert [source.url for source in added] == ["https://kabar.example/feed", "http://10.0.0.5/feed"]
    assert all(source.intranet for source in added)


def test_a_source_of_the_intranet_that_is_there_is_not_refused_by_an_import(desk: Desk) -> None:
    sources.import_opml(desk, OPML, intranet=True)
    again = sources.import_opml(desk, sources.export_opml(desk)).value
    assert (len(again.added), len(again.already), again.refused) == (0, 2, ())


def test_what_was_exported_comes_back(desk: Desk) -> None:
    sources.import_opml(desk, OPML)
    listing = sources.export_opml(desk)
    sources.remove(desk, sources.listed(desk)[0].id)
    assert [source.name for source in sources.import_opml(desk, listing).value.added] == ["Kabar & Kita"]


def test_a_file_that_is_no_opml_is_refused(desk: Desk) -> None:
    with pytest.raises(PantauError, match=r"opml\.not-opml"):
        sources.import_opml(desk, b"<html></html>")
