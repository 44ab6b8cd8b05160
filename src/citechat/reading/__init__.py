"""Our own reader: does this sentence answer, does this source bear out the claim?"""

from __future__ import annotations

import logging
from functools import lru_cache

from ..errors import ModelError
from ..settings import Settings
from .reader import Reader, SentenceReader

_log = logging.getLogger(__name__)


def make_reader(settings: Settings) -> SentenceReader | None:
    """The packaged reader; None where the settings switch it off or its files are damaged, which
    is logged: everything then works without it."""
    if settings.reader == "none":
        return None
    return _packaged(settings.threads or 2)


@lru_cache(maxsize=4)
def _packaged(threads: int) -> SentenceReader | None:
    reader = Reader(threads=threads)
    try:
        reader.check()
    except ModelError as error:
        _log.warning("%s", error)
        return None
    return reader
