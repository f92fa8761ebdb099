"""TLS is verified, always; a private authority may be added."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from server import BODY, serving

from pantau.domain.errors import FetchError
from pantau.feeds.fetch import Fetcher, Limits

x509 = pytest.importorskip("cryptography.x509")
from cryptography.hazmat.primitives import hashes, serialization  # noqa: E402
from cryptography.hazmat.primitives.asymmetric import ec  # noqa: E402
from cryptography.x509.oid import NameOID  # noqa: E402

LIMITS = Limits(seconds=3, connect_seconds=2)
NOW = datetime.now(UTC)


class Authority:
    """An authority of a test's own, whose certificate is `file`."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._key = folder, ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Otoritas Uji")])
        own = self._certificate(self._name, self._key, NOW + timedelta(days=1), authority=True)
        self.file = folder / "authority.pem"
        self.file.write_bytes(own.public_bytes(serialization.Encoding.PEM))

    def _certificate(self, name, key, until, authority=False, hosts=()):  # type: ignore[no-untyped-def]
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW - timedelta(days=9))
            .not_valid_after(until)
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        )
        if hosts:
            builder = builder.add_extension(x509.SubjectAlternativeName(hosts), critical=False)
        return builder.sign(self._key, hashes.SHA256())

    def serving_as(self, *names: str, until: datetime = NOW + timedelta(days=1)) -> ssl.SSLContext:
        """What a server needs to call itself by these names until then."""
        key = ec.generate_private_key(ec.SECP256R1())
        hosts = [x509.DNSName(one) if one[0].isalpha() else x509.IPAddress(ip_address(one)) for one in names]
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
        signed = self._certificate(subject, key, until, hosts=hosts)
        chain, secret = self._folder / "server.pem", self._folder / "server.key"
        chain.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
        secret.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chain, secret)
        return context


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


async def refused(url: str, ca_file: Path | None) -> FetchError:
    async with Fetcher(LIMITS, ca_file=ca_file) as fetcher:
        with pytest.raises(FetchError) as raised:
            await fetcher.fetch(url, intranet=True)
    return raised.value


async def test_a_private_authority_that_was_added_is_trusted(authority: Authority) -> None:
    async with (
        serving(tls=authority.serving_as("127.0.0.1")) as server,
        Fetcher(LIMITS, ca_file=authority.file) as fetcher,
    ):
        assert (await fetcher.fetch(server.at("/feed"), intranet=True)).body == BODY


async def test_a_private_authority_that_was_not_added_is_not_trusted(authority: Authority) -> None:
    async with serving(tls=authority.serving_as("127.0.0.1")) as server:
        error = await refused(server.at("/feed"), None)
        assert error.key == "source.tls"
        assert "issuer" in str(error.facts["detail"])
        assert not server.seen


async def test_an_expired_certificate_is_refused(authority: Authority) -> None:
    async with serving(tls=authority.serving_as("127.0.0.1", until=NOW - timedelta(days=1))) as server:
        error = await refused(server.at("/feed"), authority.file)
        assert (error.key, "expired" in str(error.facts["detail"])) == ("source.tls", True)
        assert not server.seen


async def test_a_certificate_for_another_host_is_refused(authority: Authority) -> None:
    async with serving(tls=authority.serving_as("lain.example")) as server:
        error = await refused(server.at("/feed"), authority.file)
        assert (error.key, "mismatch" in str(error.facts["detail"])) == ("source.tls", True)
        assert not server.seen


async def test_a_server_without_tls_is_named_as_such() -> None:
    async with serving() as server:
        error = await refused(server.at("/feed").replace("http:", "https:"), None)
        assert error.key == "source.tls"


async def test_a_step_down_to_plain_http_is_followed_but_never_for_good(authority: Authority) -> None:
    async with serving() as plain, serving(tls=authority.serving_as("127.0.0.1")) as server:
        server.elsewhere = plain.at("/feed")
        async with Fetcher(LIMITS, ca_file=authority.file) as fetcher:
            got = await fetcher.fetch(server.at("/away"), intranet=True, headers={"X-Kunci": "rahasia"})
        assert (got.url, got.permanent_url) == (plain.at("/feed"), None)
        assert "X-Kunci" not in plain.seen[0].headers
