"""A question's misspelt words as the corpus spells them: "confrence" becomes "conference" where the corpus has that word.

Only words that stand neither in the index nor in the dictionary are respelt, so a right word is never changed; one that
the index lacks is read as two where the corpus writes these side by side, "superapps" as "super-apps".
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from itertools import pairwise

from ..index.bm25_index import AskedTerms
from ..index.opening import Index
from ..language import terms
from ..language.word_translation import is_word

_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]+")
# Shorter words have too many neighbours; less alike ones are other words ("volcano", "vocation").
_SHORTEST, _ALIKE = 5, 0.82
# Longer than any word of a dictionary; a run of letters that nobody reads as a word would be cut at every one of them.
_LONGEST = 80
_SHORTEST_PART, _PAIR = 3, 2
_PASSAGES = 12


def correct_spelling(question: str, language: str, index: Index) -> str:
    """The question with each word that the corpus does not know as the word of the corpus nearest to it, if one is near."""
    if language not in index.lexical:
        return question
    return _WORD.sub(lambda match: _nearest(match.group(), language, index), question)


def _nearest(word: str, language: str, index: Index) -> str:
    if not _SHORTEST <= len(word) <= _LONGEST or _stands(word, language, index):
        return word
    parted = _in_two(word, language, index)
    if parted or is_word(word, language):
        return parted or word
    hits = index.lexical[language].search(
        [({"grams": terms.grams(word, language)}, 1.0)], _PASSAGES
    )
    passages = index.passages(language, [passage_id for passage_id, _ in hits])
    spelled = {
        terms.fold(found): found
        for p in passages.values()
        for found in _WORD.findall(p.text)
        if len(found) >= _SHORTEST
    }
    near = get_close_matches(terms.fold(word), spelled, n=1, cutoff=_ALIKE)
    return spelled[near[0]] if near and near[0][0] == terms.fold(word)[0] else word


def _in_two(word: str, language: str, index: Index) -> str:
    """The two words that a passage writes side by side, where the question writes them as one; else nothing."""
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        one, other = word[:cut], word[cut:]
        are_known = _stands(one, language, index) and _stands(other, language, index)
        if are_known and _meet(one, other, language, index):
            return f"{one}-{other}"
    return ""


def _meet(one: str, other: str, language: str, index: Index) -> bool:
    """Whether a passage has one word right before the other, in any form."""
    pair = (*terms.words(one, language), *terms.words(other, language))
    if len(pair) != _PAIR:
        return False
    first, second = pair
    asked: AskedTerms = {"words": pair}
    hits = index.lexical[language].search([(asked, 1.0)], _PASSAGES)
    passages = index.passages(language, [passage_id for passage_id, _ in hits]).values()
    return any((first, second) in pairwise(terms.words(p.text, language)) for p in passages)


def _stands(word: str, language: str, index: Index) -> bool:
    """Whether the corpus has a word, or it says nothing."""
    found = terms.words(word, language)
    return not found or any(index.lexical[language].document_frequency(term) for term in found)
