"""Network errors into the words of Pantau: which of the few things that an officer can act upon it was."""

from __future__ import annotations

import ssl

import aiohttp

from pantau.domain.errors import FetchError
from pantau.feeds.resolver import RefusedAddressError

EXPLAINED = (aiohttp.ClientError, TimeoutError, OSError)
"""What can happen on the network; anything else that is raised is a mistake of ours."""


def explained(error: Exception, host: str, seconds: float) -> FetchError:
    """The FetchError for an error of EXPLAINED, raised while asking `host` with `seconds` to do so."""
    cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
    if isinstance(cause, RefusedAddressError):
        return FetchError("source.refused-address", host=host, address=cause.address, kind=cause.kind)
    if isinstance(error, TimeoutError):
        return FetchError("source.timeout", host=host, seconds=round(seconds) if seconds >= 1 else seconds)
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return FetchError("source.tls", host=host, detail=_certificate(error.certificate_error))
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError) or isinstance(cause, ssl.SSLError):
        return FetchError("source.tls", host=host, detail="handshake")
    return FetchError(_key(error), host=host)


def _key(error: Exception) -> str:
    match error:
        case aiohttp.ClientConnectorDNSError():
            return "source.dns"
        case aiohttp.InvalidURL():
            return "source.bad-address"
        case aiohttp.ClientPayloadError():
            return "source.truncated"
        case aiohttp.ClientResponseError():
            return "source.garbled"
        case _:
            return "source.connect"


def _certificate(error: Exception) -> str:
    """Why a certificate was refused, in the words of OpenSSL: "certificate has expired", "Hostname mismatch"."""
    return str(getattr(error, "verify_message", "") or "certificate")[:200]
