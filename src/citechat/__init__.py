"""citechat: question answering that can prove what it says.

>>> from citechat import answer
>>> print(answer("why is Hebei first in compute"))  # doctest: +SKIP
"""

from citechat_ingest import Document, Passage

from .chat import CiteChat, answer
from .errors import (
    CiteChatError,
    CorpusError,
    IndexBuildError,
    MissingExtraError,
    ModelError,
    SettingsError,
    UnknownDocumentError,
)
from .settings import Settings
from .values import Answer, AnswerSentence, Citation

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "AnswerSentence",
    "Citation",
    "CiteChat",
    "CiteChatError",
    "CorpusError",
    "Document",
    "IndexBuildError",
    "MissingExtraError",
    "ModelError",
    "Passage",
    "Settings",
    "SettingsError",
    "UnknownDocumentError",
    "answer",
]
