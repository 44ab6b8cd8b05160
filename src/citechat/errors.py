"""Everything that citechat raises on purpose.

CiteChatError            the root; defined in citechat_ingest, which stands on its own
├── CorpusError          a file or folder of the corpus cannot be used (missing, empty, not UTF-8)
├── SettingsError        a setting has a value that cannot work
├── InputError           an argument of a call is not what it is for: a question that is no text
├── IndexBuildError      the index cannot be written or built (folder, disk, Chroma, tantivy)
├── ModelError           an embedding or language model cannot be loaded or does not answer
├── MissingExtraError    an optional package is not installed; the message has the line that installs it
└── UnknownDocumentError a document id or language that the corpus does not have

Messages are one line: what is wrong, the value, how to mend it.
"""

from __future__ import annotations

from citechat_ingest.errors import CiteChatError, CorpusError

__all__ = [
    "CiteChatError",
    "CorpusError",
    "IndexBuildError",
    "InputError",
    "MissingExtraError",
    "ModelError",
    "SettingsError",
    "UnknownDocumentError",
]


class SettingsError(CiteChatError, ValueError):
    """A setting has a value that cannot work."""


class InputError(CiteChatError, TypeError):
    """An argument of a call is not what it is for."""


class IndexBuildError(CiteChatError):
    """The index cannot be written, built or opened."""


class ModelError(CiteChatError):
    """A model cannot be loaded or does not answer."""


class MissingExtraError(CiteChatError, ImportError):
    """An optional package is not installed."""


class UnknownDocumentError(CiteChatError, KeyError):
    """The corpus has no such document in that language."""

    def __str__(self) -> str:  # KeyError would show the repr
        return str(self.args[0])


def first_line(error: BaseException) -> str:
    """What a library says of its failure, on one line; the name of the error where it says nothing."""
    return (str(error) or type(error).__name__).splitlines()[0]
