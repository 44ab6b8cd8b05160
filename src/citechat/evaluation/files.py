"""Quotes against the files on disk, read here anew and not by way of the index.

A quote cut out of an indexed document stands in that document by construction; that proves nothing.
What a reader can check is the file. Markdown's marks are not part of what a reader sees, so they
and all blanks are left out of both, and the rest must agree character for character.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from citechat_ingest import corpus_files, read_document, shipped_corpus

from ..values import Citation

_PACKED = frozenset({".pdf", ".docx", ".pptx", ".xlsx", ".epub"})
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINK_TARGET = re.compile(r"\]\([^)\s]*\)")
_LIST_MARK = re.compile(r"^[^\S\n]*(?:[-+*]|\d{1,2}[.)])\s", re.MULTILINE)
_TABLE_RULE = re.compile(r"^[ |:-]*-{3}[ |:-]*$", re.MULTILINE)
_MARKS_AND_BLANKS = re.compile(r"[\s*_`#>|\[\]\\]+")


class CorpusFiles:
    """The files of a corpus by document. ``roots`` as in the settings; empty: the shipped corpus."""

    def __init__(self, roots: Sequence[Path | str] | Path | str) -> None:
        listed = (roots,) if isinstance(roots, str | Path) else tuple(roots)
        self._roots = [Path(root) for root in listed] or [shipped_corpus()]
        self._bare_texts: dict[Path, str] = {}

    def hold(self, citation: Citation) -> bool:
        """Whether a file of the cited document holds the quote.

        A document without a file of its own is the audit, whose words stand in checks.toml.
        """
        audits = [root / "checks.toml" for root in self._roots]
        paths = self._paths.get(citation.document_id, audits)
        pieces = [_bare(piece) for piece in _pieces(citation.quote)]
        texts = map(self._bare_text, paths)
        return any(all(piece in text for piece in pieces) for text in texts)

    def _bare_text(self, path: Path) -> str:
        if path not in self._bare_texts:
            self._bare_texts[path] = _bare(_text_of(path) if path.is_file() else "")
        return self._bare_texts[path]

    @cached_property
    def _paths(self) -> dict[str, list[Path]]:
        """The files of a document: one a language, in a parallel corpus."""
        paths: dict[str, list[Path]] = {}
        for file in corpus_files(self._roots, skip=lambda _: None):
            paths.setdefault(file.document_id, []).append(file.path)
        return paths


def _text_of(path: Path) -> str:
    """The file as text; a packed one, whose bytes show nothing, read into its document anew."""
    if path.suffix.lower() in _PACKED:
        return read_document(path, path.stem).text
    return _TAG.sub("", path.read_text(encoding="utf-8-sig"))


def _pieces(quote: str) -> list[str]:
    """What of a quote must stand in the file in a row: all of it; of a table's row each cell and
    each name of a column by itself, since the file says the names once.
    """
    return re.split(r" \| |(?<=[^\s:：])(?:: |：)", quote) if " | " in quote else [quote]


def _bare(text: str) -> str:
    """What is left of a text without Markdown's marks, comments, link targets and blanks."""
    text = _COMMENT.sub("", html.unescape(text))
    text = _LINK_TARGET.sub("]", text)
    text = _TABLE_RULE.sub("", text)
    text = _LIST_MARK.sub("", text)
    return _MARKS_AND_BLANKS.sub("", text)
