"""Files → documents → passages with exact offsets. No vectors, no settings."""

from .addresses import web_address
from .audit_checks import VERDICTS, AuditedClaim, read_audited_claims
from .corpus import (
    Seen,
    SourceFile,
    corpus_files,
    files_passed_over,
    has_role,
    read_audit,
    read_corpus,
    read_files,
    shipped_corpus,
)
from .documents import Document, Paragraph, Passage, Role, Span
from .errors import CiteChatError, CorpusError, TwinError
from .everyday import is_question
from .example_questions import read_questions
from .expected_questions import attach_expected_questions, expected_files, read_expected
from .figures import (
    Figure,
    Labels,
    Phrases,
    read_figure_labels,
    read_figures,
    read_phrases,
    read_place_kinds,
)
from .glossary import Glossary, Mention, Name, read_glossary
from .language import FUNCTION_WORDS, LANGUAGES, detect_language
from .passages import split_passages
from .reading import SUFFIXES, can_read, read_document
from .sentences import sentence_spans

__all__ = [
    "FUNCTION_WORDS",
    "LANGUAGES",
    "SUFFIXES",
    "VERDICTS",
    "AuditedClaim",
    "CiteChatError",
    "CorpusError",
    "Document",
    "Figure",
    "Glossary",
    "Labels",
    "Mention",
    "Name",
    "Paragraph",
    "Passage",
    "Phrases",
    "Role",
    "Seen",
    "SourceFile",
    "Span",
    "TwinError",
    "attach_expected_questions",
    "can_read",
    "corpus_files",
    "detect_language",
    "expected_files",
    "files_passed_over",
    "has_role",
    "is_question",
    "read_audit",
    "read_audited_claims",
    "read_corpus",
    "read_document",
    "read_expected",
    "read_figure_labels",
    "read_figures",
    "read_files",
    "read_glossary",
    "read_phrases",
    "read_place_kinds",
    "read_questions",
    "sentence_spans",
    "shipped_corpus",
    "split_passages",
    "web_address",
]
