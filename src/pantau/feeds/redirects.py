"""The way of one fetch, from the address that was asked to the one that answered."""

from __future__ import annotations

from collections.abc import Mapping

from pantau.domain.errors import FetchError
from pantau.feeds.destination import Destination, redirected

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})


class Trail:
    """Where a fetch stands, and what that means for whether it moved for good and what it may send.

    here     to be asked next
    private  headers for the origin that the fetch began at; empty from the moment that it leaves there
    """

    def __init__(self, home: Destination, private: Mapping[str, str], most: int) -> None:
        self.here, self.private = home, private
        self._home, self._most = home, most
        self._seen = {home.url}
        self._permanent = True

    @property
    def moved_to(self) -> str | None:
        """The address to ask from now on, None to keep the old one."""
        return self.here.url if self._permanent and self.here is not self._home else None

    def follow(self, status: int, location: str) -> None:
        """Go on to where a redirect leads.

        Raises FetchError "source.redirect-loop", "source.too-many-redirects", or for its address as `destination`.
        """
        onward = redirected(self.here, location)
        if onward.url in self._seen:
            raise FetchError("source.redirect-loop", host=onward.host)
        if len(self._seen) > self._most:
            raise FetchError("source.too-many-redirects", host=self._home.host, hops=self._most)
        self._seen.add(onward.url)
        if onward.origin != self._home.origin:
            # Not restored on the way back either: where a stranger sends us is the stranger's choice.
            self.private = {}
        if status not in _PERMANENT or (self.here.scheme == "https" and onward.scheme == "http"):
            self._permanent = False
        self.here = onward
