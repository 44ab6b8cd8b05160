"""What can go wrong while documents are read, and the root that all of citechat's errors hang on.

CiteChatError
└── CorpusError(ValueError)     a file or folder of the corpus cannot be used
    └── TwinError               a file has the document id of another
"""

from __future__ import annotations

from pathlib import Path


class CiteChatError(Exception):
    """Base of every error raised on purpose: catch it to catch them all."""


class UnreadableError(Exception):
    """What a reader of a format says of bytes that it cannot read, and how to mend it. It knows no
    path: ``read_document`` makes a CorpusError of it, and no other one sees it.
    """

    def __init__(self, reason: str, cure: str) -> None:
        self.reason = reason
        self.cure = cure
        super().__init__(f"{reason}; {cure}")


class CorpusError(CiteChatError, ValueError):
    """A corpus file or folder that cannot be used.

    The message reads ``<path>: <what is wrong>; <how to mend it>`` on one line.
    """

    def __init__(self, path: Path | str, reason: str, cure: str) -> None:
        self.path = _printable(str(path))
        self.reason = reason
        self.cure = cure
        super().__init__(f"{self.path}: {reason}; {cure}")


class TwinError(CorpusError):
    """A file with the document id and language of another: only one of them can be read."""


def _printable(name: str) -> str:
    """A name on one line that any terminal and log can show: file systems allow line breaks,
    control characters and broken bytes.
    """
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in name
    )
