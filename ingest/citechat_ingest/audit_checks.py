"""The audit of an article: ``checks.toml`` in the corpus folder, and the document that it reads as.

An audited claim says what the article claims, and what its sources make of that. Its notes are
passages like any other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .documents import Document, Paragraph
from .errors import CorpusError
from .language import LANGUAGES

_DOCUMENT_ID = "audit"
VERDICTS = ("supported", "refined", "contradicted", "unconfirmed")
_TITLES = {"en": "Audit of the article", "de": "Prüfung des Artikels", "zh": "文章核查"}


@dataclass(frozen=True)
class AuditedClaim:
    """One claim of the article: where it stands, the verdict, the sources' slugs, and texts by
    language.
    """

    claim_id: str
    paragraph: str
    city: str
    verdict: str
    sources: tuple[str, ...]
    text: dict[str, str]
    note: dict[str, str]


def read_audited_claims(roots: Sequence[Path]) -> tuple[AuditedClaim, ...]:
    """The claims of all corpus folders; none where there is no file. Raises CorpusError for a bad
    file.
    """
    return tuple(claim for root in roots for claim in _claims(root / "checks.toml"))


def audit_documents(claims: Sequence[AuditedClaim]) -> Iterator[Document]:
    """The audit as one document a language: a claim is a heading, its note a paragraph."""
    if claims:
        yield from (_document(claims, language) for language in LANGUAGES)


def _claims(path: Path) -> Iterator[AuditedClaim]:
    if not path.is_file():
        return
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["claim"]
        for e in entries:
            texts = (
                {language: str(e[name][language]) for language in LANGUAGES}
                for name in ("claim", "note")
            )
            yield AuditedClaim(
                _text(e, "id"),
                _text(e, "paragraph"),
                _text(e, "city"),
                _verdict(e["verdict"]),
                _sources(e["sources"]),
                *texts,
            )
    except (
        LookupError,
        TypeError,
        ValueError,
        RecursionError,
    ) as error:  # TOML's own are ValueErrors
        cure = (
            "each [[claim]] needs id, paragraph, city, verdict, sources, "
            "claim and note in en, de and zh; a file of another program must be called otherwise"
        )
        raise CorpusError(
            path, f"is not an audit ({type(error).__name__}: {error})", cure
        ) from error


def _text(entry: dict[str, Any], key: str) -> str:
    value = entry[key]
    if not isinstance(value, str):
        raise TypeError(f"{key} must be a text, not {value!r}")
    return value


def _sources(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(source, str) for source in value):
        raise TypeError(f"sources must be a list of texts, not {value!r}")
    return tuple(value)


def _verdict(text: str) -> str:
    if text not in VERDICTS:
        raise ValueError(f"verdict {text!r} is none of {', '.join(VERDICTS)}")
    return text


def _document(claims: Sequence[AuditedClaim], language: str) -> Document:
    text, paragraphs = "", []
    for claim in claims:
        for kind, part in (("heading", claim.text[language]), ("paragraph", claim.note[language])):
            text += "\n\n" if text else ""
            name = claim.claim_id if kind == "paragraph" else ""
            paragraphs.append(
                Paragraph(len(text), len(text) + len(part), claim.text[language], kind, name)
            )
            text += part
    return Document(
        _DOCUMENT_ID, language, _TITLES[language], text, tuple(paragraphs), role="audit"
    )
