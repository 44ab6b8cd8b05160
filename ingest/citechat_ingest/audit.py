"""The audit of an article: ``checks.toml`` in the corpus folder, and the document that it reads as.

A check says what the article claims, and what its sources make of that. Its notes are passages like
any other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .documents import Document, Paragraph
from .errors import CorpusError
from .language import LANGUAGES

_DOCUMENT_ID = "audit"
VERDICTS = ("supported", "refined", "contradicted", "unconfirmed")
_TITLES = {"en": "Audit of the article", "de": "Prüfung des Artikels", "zh": "文章核查"}


@dataclass(frozen=True)
class Check:
    """One claim of the article: where it stands, the verdict, the sources' slugs, and texts by
    language.
    """

    check_id: str
    paragraph: str
    city: str
    verdict: str
    sources: tuple[str, ...]
    claim: dict[str, str]
    note: dict[str, str]


def read_checks(roots: Sequence[Path]) -> tuple[Check, ...]:
    """The checks of all corpus folders; none where there is no file. Raises CorpusError for a bad
    file.
    """
    return tuple(check for root in roots for check in _checks(root / "checks.toml"))


def audit_documents(checks: Sequence[Check]) -> Iterator[Document]:
    """The audit as one document a language: a claim is a heading, its note a paragraph."""
    if checks:
        yield from (_document(checks, language) for language in LANGUAGES)


def _checks(path: Path) -> Iterator[Check]:
    if not path.is_file():
        return
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["claim"]
        for e in entries:
            texts = (
                {language: str(e[name][language]) for language in LANGUAGES}
                for name in ("claim", "note")
            )
            yield Check(
                e["id"],
                e["paragraph"],
                e["city"],
                _verdict(e["verdict"]),
                tuple(e["sources"]),
                *texts,
            )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        cure = (
            "each [[claim]] needs id, paragraph, city, verdict, sources, "
            "claim and note in en, de and zh"
        )
        raise CorpusError(
            path, f"is not an audit ({type(error).__name__}: {error})", cure
        ) from error


def _verdict(text: str) -> str:
    if text not in VERDICTS:
        raise ValueError(f"verdict {text!r} is none of {', '.join(VERDICTS)}")
    return text


def _document(checks: Sequence[Check], language: str) -> Document:
    text, paragraphs = "", []
    for check in checks:
        for kind, part in (("heading", check.claim[language]), ("paragraph", check.note[language])):
            text += "\n\n" if text else ""
            name = check.check_id if kind == "paragraph" else ""
            paragraphs.append(
                Paragraph(len(text), len(text) + len(part), check.claim[language], kind, name)
            )
            text += part
    return Document(
        _DOCUMENT_ID, language, _TITLES[language], text, tuple(paragraphs), role="audit"
    )
