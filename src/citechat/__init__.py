"""citechat: question answering that can prove what it says.

>>> from citechat import answer
>>> print(answer("why is Hebei first in compute"))  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from citechat_ingest import Document, Passage

    from .auditing import Audit, JudgedClaim, audit
    from .chat import CiteChat, answer
    from .errors import (
        CiteChatError,
        CorpusError,
        IndexBuildError,
        InputError,
        MissingExtraError,
        ModelError,
        SettingsError,
        UnknownDocumentError,
    )
    from .library import Changes, LibraryStatus, ListedDocument
    from .settings import Settings
    from .values import Answer, AnswerSentence, Citation

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "AnswerSentence",
    "Audit",
    "Changes",
    "Citation",
    "CiteChat",
    "CiteChatError",
    "CorpusError",
    "Document",
    "IndexBuildError",
    "InputError",
    "JudgedClaim",
    "LibraryStatus",
    "ListedDocument",
    "MissingExtraError",
    "ModelError",
    "Passage",
    "Settings",
    "SettingsError",
    "UnknownDocumentError",
    "answer",
    "audit",
]

# Where each name is defined. A name is imported when it is first asked for, because a program that
# only wants an error or a setting, and ``citechat --help``, need not wait for numpy and the rest.
_MODULE_OF = {
    "Answer": "citechat.values",
    "AnswerSentence": "citechat.values",
    "Audit": "citechat.auditing",
    "Citation": "citechat.values",
    "Changes": "citechat.library",
    "CiteChat": "citechat.chat",
    "CiteChatError": "citechat.errors",
    "CorpusError": "citechat.errors",
    "Document": "citechat_ingest",
    "IndexBuildError": "citechat.errors",
    "InputError": "citechat.errors",
    "JudgedClaim": "citechat.auditing",
    "LibraryStatus": "citechat.library",
    "ListedDocument": "citechat.library",
    "MissingExtraError": "citechat.errors",
    "ModelError": "citechat.errors",
    "Passage": "citechat_ingest",
    "Settings": "citechat.settings",
    "SettingsError": "citechat.errors",
    "UnknownDocumentError": "citechat.errors",
    "answer": "citechat.chat",
    "audit": "citechat.auditing",
}


def __getattr__(name: str) -> Any:
    """A name of the door, imported on first use (https://peps.python.org/pep-0562/)."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULE_OF[name]), name)
    globals()[name] = value
    return value
