"""Nothing inside is reached by naming it oddly, by redirecting to it, or by changing the name's address."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from itertools import chain, repeat

import pytest
from server import doorkeeper, serving

from pantau.domain.errors import FetchError
from pantau.feeds.destination import destination
from pantau.feeds.fetch import Fetcher, Limits
from pantau.feeds.guard import Guard, check_address, standing
from pantau.feeds.resolver import RefusedAddressError, guarded_socket, system_lookup

QUICK = Limits(seconds=3, connect_seconds=2, public_pause=0)

# Every one of them names this machine, or is no address at all; {port} is where somebody listens.
SPELLINGS = [
    "http://127.0.0.1:{port}/",
    "http://127.0.0.1.:{port}/",
    "http://127.1:{port}/",
    "http://127.0.1:{port}/",
    "http://127.1.:{port}/",
    "http://127.255.255.254:{port}/",
    "http://2130706433:{port}/",
    "http://2130706433.:{port}/",
    "http://0x7f000001:{port}/",
    "http://0X7F000001:{port}/",
    "http://0x7f.0x0.0x0.0x1:{port}/",
    "http://0x7f.1:{port}/",
    "http://0x7f.0.0x1:{port}/",
    "http://0x007f.1:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://0177.1:{port}/",
    "http://00000177.0.0.01:{port}/",
    "http://017700000001:{port}/",
    "http://0177.0x0.0.1:{port}/",
    "http://127.0x1:{port}/",
    "http://127.0.0x1:{port}/",
    "http://①②⑦.⓪.⓪.①:{port}/",
    "http://①②⑦.①:{port}/",
    "http://１２７.０.０.１:{port}/",
    "http://127。0。0。1:{port}/",
    "http://127．0．0．1:{port}/",
    "http://127｡0｡0｡1:{port}/",
    "http://𝟏𝟐𝟕.𝟎.𝟎.𝟏:{port}/",
    "http://𝟚𝟙𝟛𝟘𝟟𝟘𝟞𝟜𝟛𝟛:{port}/",
    "http://⓪x7f.1:{port}/",
    "http://127.0.0.\u00ad1:{port}/",
    "http://12\u200b7.0.0.1:{port}/",
    "http://127%2e0%2e0%2e1:{port}/",
    "http://%31%32%37.0.0.1:{port}/",
    "http://%e2%91%a0%e2%91%a1%e2%91%a6.0.0.1:{port}/",
    "http://localhost:{port}/",
    "http://LOCALHOST:{port}/",
    "http://localhost.:{port}/",
    "http://ⓛocalhost:{port}/",
    "http://ｌｏｃａｌｈｏｓｔ:{port}/",
    "http://l%6fcalhost:{port}/",
    "http://0.0.0.0:{port}/",
    "http://0:{port}/",
    "http://0x0:{port}/",
    "http://00.0:{port}/",
    "http://[::1]:{port}/",
    "http://[0:0:0:0:0:0:0:1]:{port}/",
    "http://[0000:0000:0000:0000:0000:0000:0000:0001]:{port}/",
    "http://[::]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://[::7f00:1]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/",
    "http://[0:0:0:0:0:ffff:127.0.0.1]:{port}/",
    "http://[::ffff:0:127.0.0.1]:{port}/",
    "http://[64:ff9b::127.0.0.1]:{port}/",
    "http://[64:ff9b:1::7f00:1]:{port}/",
    "http://[2002:7f00:1::]:{port}/",
    "http://[2001:0:7f00:1::]:{port}/",
    "http://[fe80::1%25lo]:{port}/",
    "http://[::1%25lo]:{port}/",
    "http://user@127.0.0.1:{port}/",
    "http://berita.example@127.0.0.1:{port}/",
    "http://berita.example:80@127.0.0.1:{port}/",
    "http://berita.example%40127.0.0.1:{port}/",
    "http://berita.example\\@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}\\@berita.example/",
    "http:\\\\127.0.0.1:{port}/",
    "http://127.0.0.1\t:{port}/",
    "http://127.0.0.1\x00.berita.example:{port}/",
    "http://\n127.0.0.1:{port}/",
    "http:127.0.0.1:{port}/",
    "http:///127.0.0.1:{port}/",
    "//127.0.0.1:{port}/",
    "HTTP://127.0.0.1:{port}/#@berita.example",
    "file://127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/_",
    "ftp://127.0.0.1:{port}/",
]
REFUSALS = {"source.refused-address", "source.bad-address", "source.credentials-in-address"}


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def test_at_least_sixty_spellings_are_tried() -> None:
    assert len(set(SPELLINGS)) >= 60


@pytest.mark.parametrize("greeter", ["127.0.0.1", "::1"])
async def test_no_spelling_of_this_machine_is_ever_connected_to(greeter: str) -> None:
    if ":" in greeter and not _has_ipv6():
        pytest.skip("this machine has no IPv6 on loopback")
    async with doorkeeper(greeter) as keeper, Fetcher(QUICK) as fetcher:
        for spelling in SPELLINGS:
            with pytest.raises(FetchError) as refused:
                await fetcher.fetch(spelling.format(port=keeper.port))
            assert refused.value.key in REFUSALS, spelling
    assert keeper.connections == 0


# These two are relative references where a page redirects to them, and so stay on its server.
@pytest.mark.parametrize(
    "spelling", [one for one in SPELLINGS if not one.startswith(("http:127", "http:///"))]
)
async def test_no_redirect_leads_to_a_spelling_of_this_machine(spelling: str) -> None:
    async with (
        doorkeeper() as keeper,
        serving("127.0.0.2") as outlet,
        Fetcher(QUICK, opened=("127.0.0.2/32",)) as fetcher,
    ):
        outlet.elsewhere = spelling.format(port=keeper.port).replace("\n", "%0a").replace("\x00", "%00")
        with pytest.raises(FetchError) as refused:
            await fetcher.fetch(outlet.at("/away"))
        assert refused.value.key in REFUSALS
        assert outlet.paths() == ["/away"]
    assert keeper.connections == 0


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("127.0.0.1", "loopback"),
        ("10.1.2.3", "private"),
        ("172.16.0.1", "private"),
        ("172.31.255.255", "private"),
        ("192.168.1.1", "private"),
        ("169.254.10.1", "link-local"),
        ("100.64.0.1", "carrier-nat"),
        ("100.127.255.255", "carrier-nat"),
        ("192.0.0.8", "special"),
        ("192.0.2.1", "special"),
        ("192.88.99.1", "special"),
        ("198.18.0.1", "special"),
        ("198.51.100.1", "special"),
        ("203.0.113.9", "special"),
        ("::1", "loopback"),
        ("fc00::1", "private"),
        ("fd12:3456::1", "private"),
        ("fec0::1", "private"),
        ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("::ffff:8.8.8.8", "mapped"),
        ("::8.8.8.8", "mapped"),
        ("64:ff9b::8.8.8.8", "nat64"),
        ("64:ff9b:1::a00:1", "nat64"),
        ("2002:808:808::1", "6to4"),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", "teredo"),
        ("2001:20::1", "protocol"),
        ("2001:db8::1", "special"),
        ("3fff::1", "special"),
        ("100::1", "special"),
    ],
)
def test_inner_addresses_are_for_intranet_sources_alone(address: str, kind: str) -> None:
    with pytest.raises(FetchError) as refused:
        check_address(address)
    assert refused.value.facts["kind"] == kind
    check_address(address, intranet=True)


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "0.1.2.3", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255"),
        *("169.254.169.254", "100.100.100.200", "fd00:ec2::254", "::", "ff02::1", "4000::1", "5f00::1"),
        *("::ffff:169.254.169.254", "64:ff9b::224.0.0.1", "2002:a9fe:a9fe::1"),
    ],
)
def test_some_addresses_are_for_no_source_at_all(address: str) -> None:
    for intranet in (False, True):
        with pytest.raises(FetchError):
            check_address(address, intranet=intranet)


@pytest.mark.parametrize(
    "address",
    [
        *("1.1.1.1", "8.8.8.8", "103.10.66.1", "172.15.255.255", "172.32.0.1", "192.167.1.1", "100.63.1.1"),
        *("100.128.0.1", "223.255.255.255", "169.253.1.1", "2404:6800:4003::1", "2606:4700::1111", "2a00::1"),
    ],
)
def test_public_addresses_are_open_to_everyone(address: str) -> None:
    check_address(address)
    assert standing(ip_address(address)) == ("public", True)


def test_an_operator_may_open_a_network_to_every_source() -> None:
    behind_nat64 = Guard(opened=("64:ff9b::/96",))
    assert behind_nat64.refusal("64:ff9b::8.8.8.8") is None
    assert behind_nat64.refusal("10.0.0.1") == "private"


def test_the_last_gate_opens_no_socket_for_a_refused_address() -> None:
    info = (socket.AF_INET, socket.SOCK_STREAM, 0, "", ("10.0.0.1", 80))
    with pytest.raises(RefusedAddressError):
        guarded_socket(Guard(), info)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("HTTP://Berita.Example", "http://berita.example/"),
        ("http://berita.example:80/feed", "http://berita.example/feed"),
        ("https://berita.example:443/feed", "https://berita.example/feed"),
        ("http://berita.example./feed", "http://berita.example/feed"),
        ("http://berita.example:8080/a b?q=kabar baru", "http://berita.example:8080/a%20b?q=kabar%20baru"),
        ("http://berita.example/%7Erita?x=%2F#atas", "http://berita.example/%7Erita?x=%2F"),
        ("http://berita.example/kejadian/é", "http://berita.example/kejadian/%C3%A9"),
        ("  http://berita.example/feed\n", "http://berita.example/feed"),
        ("http://kabar_daerah.example/", "http://kabar_daerah.example/"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://[2606:4700:0::1111]:8080/x", "http://[2606:4700::1111]:8080/x"),
        ("http://0x08080808/", "http://8.8.8.8/"),
        ("http://010.010.010.010/", "http://8.8.8.8/"),
    ],
)
def test_an_address_has_one_spelling_and_reading_it_again_changes_nothing(
    written: str, canonical: str
) -> None:
    assert destination(written).url == canonical
    assert destination(canonical).url == canonical


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "berita.example",
            "/feed",
            "mailto:a@b.example",
            "javascript:alert(1)",
            "http://",
            "http://:80/",
        ),
        *("http://berita.example:0/", "http://berita.example:70000/", "http://berita.example:x/"),
        *(
            "http://256.1.1.1/",
            "http://1.2.3.4.5/",
            "http://1.2.3.0x100/",
            "http://09.1.1.1/",
            "http://4294967296/",
        ),
        *(
            "http://-a.example/",
            "http://a..example/",
            "http://[::1/",
            "http://[berita]/",
            "http://[1.2.3.4]/",
        ),
        *(
            "http://a" + ".a" * 130 + "/",
            "http://" + "a" * 64 + ".example/",
            "http://berita.example/" + "a" * 5000,
        ),
        *("http://%ff.example/", "http://a b.example/", "http://☃️.example/", "http://" + "9" * 5000 + "/"),
    ],
)
def test_what_is_no_address_is_refused_with_a_sentence_for_the_officer(written: str) -> None:
    with pytest.raises(FetchError) as refused:
        destination(written)
    assert refused.value.key == "source.bad-address"


@pytest.mark.parametrize(("first", "then"), [("127.0.0.2", "127.0.0.1"), ("127.0.0.1", "127.0.0.2")])
async def test_a_name_whose_address_changes_between_looking_and_connecting_gains_nothing(
    first: str, then: str
) -> None:
    answers = chain([first], repeat(then))
    outcomes: list[str] = []
    async with (
        doorkeeper("127.0.0.1") as inner,
        serving("127.0.0.2") as outlet,
        Fetcher(QUICK, opened=("127.0.0.2/32",), lookup=lambda host: [next(answers)]) as fetcher,
    ):
        for port in (outlet.base.rpartition(":")[2], inner.port):
            for _ in range(5):
                try:
                    outcomes.append(str((await fetcher.fetch(f"http://ganti.example:{port}/feed")).status))
                except FetchError as error:
                    outcomes.append(error.key)
    assert inner.connections == 0
    assert set(outcomes) <= {"200", "source.refused-address", "source.connect"}
    assert "200" in outcomes


async def test_of_several_addresses_only_the_allowed_ones_are_connected_to() -> None:
    async with doorkeeper("127.0.0.1") as inner, serving("127.0.0.2") as outlet:
        port = outlet.base.rpartition(":")[2]
        both = ["127.0.0.1", "10.0.0.1", "127.0.0.2", "::1"]
        async with Fetcher(QUICK, opened=("127.0.0.2/32",), lookup=lambda host: both) as fetcher:
            assert (await fetcher.fetch(f"http://dua.example:{port}/feed")).status == 200
            with pytest.raises(FetchError, match=r"source\.connect"):
                await fetcher.fetch(f"http://dua.example:{inner.port}/feed")
    assert inner.connections == 0


async def test_a_connection_kept_by_an_intranet_source_is_not_lent_to_a_public_one() -> None:
    async with serving() as server, Fetcher(QUICK) as fetcher:
        await fetcher.fetch(server.at("/feed"), intranet=True)
        with pytest.raises(FetchError, match=r"source\.refused-address"):
            await fetcher.fetch(server.at("/feed"))
        with pytest.raises(FetchError, match=r"source\.refused-address"):
            await fetcher.fetch(server.at("/feed").replace("127.0.0.1", "localhost"))
        assert len(server.seen) == 1


def test_the_system_itself_is_asked_for_names() -> None:
    assert {"127.0.0.1", "::1"} & set(system_lookup("localhost"))
