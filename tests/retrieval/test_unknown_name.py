"""A name in the question that no document knows."""

from __future__ import annotations

from typing import Any

import pytest

from citechat.retrieval.unknown_name import has_unknown_name, names_an_unknown_version
from quoting import index_of, query_of, quote_of

INDEX = index_of()


class _Documents:
    """What stands in the documents: these words alone."""

    def __init__(self, *words: str) -> None:
        self._words = words

    def document_frequency(self, term: str, kind: str = "words") -> int:
        return sum(word.startswith(term) for word in self._words)


def knows(question: str, language: str, *words: str) -> bool:
    documents: Any = _Documents(*words)
    return not has_unknown_name(query_of(question, language, INDEX), documents)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Who owns the ships of Zorblat?", "en"),
        ("who owns the ships of zorblat", "en"),
        ("Wem gehören die Schiffe von Zorblat?", "de"),
        ("Which dragons are in Game of Thrones?", "en"),
        ("Welche Drachen kommen bei Game of Thrones vor?", "de"),
        ("Game of Thrones里有哪几条龙？", "zh"),
        ("Wann wurde denn Snapchat gegründet?", "de"),
        ("武汉有多少船？", "zh"),
        ("商汤科技的总部在哪？", "zh"),
        ("云从公司的创始人是谁？", "zh"),
        ("《红楼梦》是谁写的？", "zh"),
    ],
)
def test_a_name_that_stands_nowhere_is_unknown(question: str, language: str) -> None:
    assert not knows(question, language)


@pytest.mark.parametrize(
    ("question", "language", "words"),
    [
        pytest.param("Who owns Zorblat?", "en", ("zorblat",), id="it stands in a document"),
        pytest.param("Who owns the lighthouse?", "en", (), id="an ordinary word"),
        pytest.param("What Is The Price Of A Ship", "en", (), id="every word has a capital"),
        pytest.param("how many Schiffe belong to Norden", "en", (), id="a German noun"),
        pytest.param("Who is the CEO?", "en", (), id="an abbreviation"),
        pytest.param("Who owns Norden?", "en", (), id="a name of the glossary"),
        pytest.param("Is it true that Zorblat is old?", "en", (), id="a claim to be judged"),
        pytest.param("Why hasn't Norden a lighthouse?", "en", (), id="an English contraction"),
        pytest.param("Wem gehört die Hafenmauer?", "de", (), id="a German compound"),
        pytest.param("Wie groß ist der Zorbmarkt?", "de", ("zorb", "markt"), id="of known words"),
        pytest.param("How was it pretrained?", "en", (), id="a word with something before it"),
        pytest.param("合多少美金？", "zh", (), id="an abbreviation in the gloss"),
        pytest.param("有多少员工？", "zh", (), id="an ordinary Chinese word"),
        pytest.param("武汉有多少船？", "zh", ("武汉",), id="a Chinese name that is known"),
        pytest.param("哪些科技公司在南城？", "zh", (), id="which firms"),
        pytest.param("做大公司有多少？", "zh", (), id="no name before a firm"),
        pytest.param("商汤科技有多少船？", "zh", ("商汤",), id="a Chinese firm that is known"),
    ],
)
def test_other_words_are_no_unknown_names(
    question: str, language: str, words: tuple[str, ...]
) -> None:
    assert knows(question, language, *words)


@pytest.mark.parametrize(
    ("question", "language", "unknown"),
    [
        ("When does the X2 of Norden come out?", "en", True),
        ("Wann kommt Norden-X2 heraus?", "de", True),
        ("诺登X2什么时候出？", "zh", True),
        ("When does the X1 of Norden come out?", "en", False),
        ("What did Norden sell in Q3?", "en", False),
        ("When does the lamp come out?", "en", False),
    ],
)
def test_a_version_of_which_no_sentence_speaks_is_unknown(
    question: str, language: str, unknown: bool
) -> None:
    quotes = [quote_of("The X1 of Norden came out in 2024.", language=language)]

    assert names_an_unknown_version(query_of(question, language, INDEX), quotes) is unknown
