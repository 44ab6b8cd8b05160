"""BM25 with the real tantivy, on disk."""

import pytest

from citechat.errors import IndexBuildError
from citechat.index.bm25_index import KINDS, LexicalIndex, asked_terms
from citechat_ingest import Passage


def passage(document_id, text, language="en", section=""):
    return Passage(
        document_id, language, document_id, section, 0, len(text), text, ((0, len(text)),)
    )


ENGLISH = [
    passage("lamp", "The lamp shines far over the sea.", section="Light"),
    passage("bakery", "The bakery sells bread; bread, bread and more bread."),
    passage("harbour", "The harbour has 2,400 berths and a small bakery."),
]
GERMAN = [
    passage("strom", "Das Rechenzentrum braucht 1.500 Kilowatt.", "de"),
    passage("hafen", "Im Hafen liegen Boote.", "de"),
]
CHINESE = [
    passage("suanli", "河北的算力规模全国第一。", "zh"),
    passage("gangkou", "港口有25个泊位。", "zh"),
]


@pytest.fixture
def english(tmp_path):
    return LexicalIndex.build(tmp_path / "terms" / "en", "en", ENGLISH)


def asked(text, language="en"):
    return asked_terms(text, language)


def ids(hits):
    return [passage_id for passage_id, _ in hits]


def test_the_passage_with_the_words_comes_first(english):
    assert ids(english.search([(asked("How far does the lamp shine?"), 1.0)], 5))[0] == "en/lamp#0"


def test_hits_come_best_first_and_no_more_than_asked_for(english):
    hits = english.search([(asked("bread from the bakery"), 1.0)], 5)

    assert ids(hits) == ["en/bakery#0", "en/harbour#0"]
    assert hits[0][1] > hits[1][1] > 0
    assert english.search([(asked("bread from the bakery"), 1.0)], 1) == hits[:1]


@pytest.mark.parametrize("question", ["2,400", "2400"])
def test_a_number_is_found_with_and_without_its_comma(english, question):
    assert ids(english.search([(asked(question), 1.0)], 5)) == ["en/harbour#0"]


def test_the_heading_is_searched_with_the_passage(english):
    assert ids(english.search([(asked("light"), 1.0)], 5)) == ["en/lamp#0"]


def test_a_typo_still_finds_the_passage(english):
    assert ids(english.search([(asked("harbuor berhts"), 1.0)], 5)) == ["en/harbour#0"]


@pytest.mark.parametrize("question", ["", "what is the", "?!", "zygote quixotic"])
def test_a_question_that_shares_no_term_finds_nothing(english, question):
    assert english.search([(asked(question), 1.0)], 5) == []


def test_no_queries_find_nothing(english):
    assert english.search([], 5) == []


def test_a_heavier_query_moves_its_passage_up(english):
    lamp_first = english.search([(asked("lamp"), 3.0), (asked("berths"), 0.1)], 5)
    berths_first = english.search([(asked("lamp"), 0.1), (asked("berths"), 3.0)], 5)

    assert ids(lamp_first) == ["en/lamp#0", "en/harbour#0"]
    assert ids(berths_first) == ["en/harbour#0", "en/lamp#0"]


@pytest.mark.parametrize(
    "text", ["lamp) OR (bakery", 'title:"x" AND -', "a:b^2~", "\\", "[* TO *]"]
)
def test_query_syntax_in_a_question_is_only_text(english, text):
    assert set(ids(english.search([(asked(text), 1.0)], 5))) <= {p.passage_id for p in ENGLISH}


def test_the_index_counts_its_passages_and_the_passages_of_a_term(english):
    assert len(english) == 3
    assert [english.document_frequency(term) for term in ("lamp", "bakeri", "zygote")] == [1, 2, 0]


def test_german_finds_the_part_of_a_compound(tmp_path):
    index = LexicalIndex.build(tmp_path, "de", GERMAN)

    assert (
        ids(index.search([(asked("Welche Zentren rechnen?", index.language), 1.0)], 5))[0]
        == "de/strom#0"
    )


def test_chinese_finds_a_word_inside_a_sentence(tmp_path):
    index = LexicalIndex.build(tmp_path, "zh", CHINESE)

    assert (
        ids(index.search([(asked("哪里的算力最大？", index.language), 1.0)], 5))[0] == "zh/suanli#0"
    )
    assert index.document_frequency("算力") == 1


def test_an_index_opened_again_finds_the_same(english, tmp_path):
    again = LexicalIndex(tmp_path / "terms" / "en", "en")

    assert (
        again.search([(asked("bread"), 1.0)], 5) == english.search([(asked("bread"), 1.0)], 5) != []
    )


def test_an_index_of_no_passages_is_empty(tmp_path):
    index = LexicalIndex.build(tmp_path / "none", "en", [])

    assert len(index) == 0
    assert index.search([(asked("lamp", index.language), 1.0)], 5) == []


def test_opening_a_folder_without_an_index_says_where_and_what_to_do(tmp_path):
    with pytest.raises(IndexBuildError) as caught:
        LexicalIndex(tmp_path / "missing", "en")
    assert str(tmp_path / "missing") in str(caught.value)
    assert "CITECHAT_INDEX_DIR" in str(caught.value)


def test_building_where_a_file_stands_says_where_and_what_to_do(tmp_path):
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")

    with pytest.raises(IndexBuildError) as caught:
        LexicalIndex.build(tmp_path / "file", "en", ENGLISH)
    assert str(tmp_path / "file") in str(caught.value)
    assert "CITECHAT_INDEX_DIR" in str(caught.value)


def test_the_terms_of_heading_and_sentences_are_kept_by_kind(english):
    [(heading, sentence)] = english.sentence_terms(["en/lamp#0"]).values()
    words, concepts, grams = (dict(zip(KINDS, sentence, strict=True))[kind] for kind in KINDS)

    assert heading[0] == ["lamp", "light"]
    assert words == ["lamp", "shine", "far", "sea"]
    assert "shine" in concepts
    assert "_lam" in grams


def test_terms_of_no_passages_are_none(english):
    assert english.sentence_terms([]) == {}


def test_passages_come_back_equal_in_the_order_asked_without_those_that_there_are_not(tmp_path):
    told = Passage(
        "quay",
        "en",
        "The quay",
        "Berths",
        7,
        26,
        "Two berths. 两个泊位。",
        ((7, 18), (19, 26)),
        "p1",
        ("one", "two"),
        (("How many?", "几个？"), ()),
        "article",
        page=3,
        kind="item",
    )
    index = LexicalIndex.build(tmp_path, "en", [*ENGLISH, told])

    assert list(index.passages(["en/quay#7", "en/nothing#0", "en/lamp#0"]).items()) == [
        ("en/quay#7", told),
        ("en/lamp#0", ENGLISH[0]),
    ]
    assert index.passages([]) == {}


def test_german_is_found_by_what_it_means_in_english(tmp_path):
    index = LexicalIndex.build(tmp_path, "de", GERMAN)

    assert ids(index.search([(asked_terms("Where are the boats?", "de", "en"), 1.0)], 5)) == [
        "de/hafen#0"
    ]
