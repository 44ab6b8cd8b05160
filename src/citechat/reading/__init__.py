"""Our own reader: does this sentence answer, does this source bear out the claim?"""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path

from ..errors import ModelError
from ..settings import Settings
from .reader import Reader, SentenceReader

_log = logging.getLogger(__name__)


def make_reader(settings: Settings) -> SentenceReader | None:
    """The packaged reader, or one trained anew in a folder; None where the settings switch it off or its files are damaged, which
    is logged: everything then works without it."""
    if settings.reader == "none":
        return None
    return _opened(settings.reader, settings.threads or 2)


@lru_cache(maxsize=4)
def _opened(folder: str, threads: int) -> SentenceReader | None:
    """One reader a process for all chats: the packaged one, or the one in ``folder``."""
    reader = Reader(Path(folder), threads) if folder else Reader(threads=threads)
    try:
        reader.check()
    except ModelError as error:
        _log.warning("%s", error)
        return None
    return reader
