"""The loop that fetching runs on."""

from __future__ import annotations

import asyncio
import sys

from pantau.feeds.loop import run


async def _loop_in_use() -> str:
    await asyncio.sleep(0)
    return type(asyncio.get_running_loop()).__module__


def test_the_quick_loop_is_taken_where_there_is_one() -> None:
    assert run(_loop_in_use()) == ("uvloop" if sys.platform != "win32" else "asyncio.windows_events")
