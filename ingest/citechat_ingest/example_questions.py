"""Questions that a corpus is known to answer, by language: ``questions.toml`` in the corpus folder.

They are shown as examples and offered when a question cannot be answered.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .errors import CorpusError
from .language import LANGUAGES


def read_questions(roots: Sequence[Path]) -> dict[str, tuple[str, ...]]:
    """Language → questions; none where there is no file. Raises CorpusError for a bad file."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(LANGUAGES, ())
    for path in (root / "questions.toml" for root in roots):
        for language, questions in _lists(path).items():
            found[language] += questions
    return found


def _lists(path: Path) -> dict[str, tuple[str, ...]]:
    if not path.is_file():
        return {}
    try:
        lists = tomllib.loads(path.read_text(encoding="utf-8"))
        return {language: _questions(language, lists.get(language, [])) for language in LANGUAGES}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError) as error:
        raise CorpusError(
            path,
            f"is not a list of questions ({error})",
            'write en = ["…"], de = ["…"], zh = ["…"]',
        ) from error


def _questions(language: str, values: Any) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(
        isinstance(value, str) and value.strip() for value in values
    ):
        raise TypeError(f"{language} must be a list of texts, none of them empty")
    return tuple(values)
