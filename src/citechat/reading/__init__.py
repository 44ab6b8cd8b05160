"""Our own reader: does this sentence answer, does this source bear out the claim?"""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path

from ..errors import ModelError
from ..settings import Settings
from .reader import CARD, Reader, SentenceReader

_log = logging.getLogger(__name__)


def make_reader(settings: Settings) -> SentenceReader | None:
    """The packaged reader, one trained anew in a folder, or a cross-encoder by name or folder.

    None where the settings switch it off or its files are missing or damaged, which is logged:
    everything then works without it.
    """
    if settings.reader == "none":
        return None
    return _opened(settings.reader, settings.threads or 2)


@lru_cache(maxsize=4)
def _opened(model: str, threads: int) -> SentenceReader | None:
    """One reader a process for all chats."""
    try:
        return _of_ours(model, threads) if _is_ours(model) else _cross_encoder(model)
    except ModelError as error:
        _log.warning("%s", error)
        return None


def _is_ours(model: str) -> bool:
    """Whether that is a reader as ``training/`` makes them, rather than a cross-encoder's name."""
    return not model or (Path(model) / CARD).is_file()


def _of_ours(folder: str, threads: int) -> SentenceReader:
    reader = Reader(Path(folder), threads) if folder else Reader(threads=threads)
    reader.check()
    return reader


def _cross_encoder(model: str) -> SentenceReader:
    from .cross_encoder import CrossEncoderReader

    reader = CrossEncoderReader(model)
    reader.check()
    return reader
