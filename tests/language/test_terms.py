"""Terms: what a question and a passage must share to be found by words."""

import pytest

from citechat.language import terms


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Über Straßen", "uber strassen", id="umlaut and sharp s"),
        pytest.param("STRAẞE", "strasse", id="capital sharp s"),
        pytest.param("Café", "cafe", id="accent"),
        pytest.param("U\u0308ber", "uber", id="umlaut in two characters"),
        pytest.param("ＡＩ２０２５", "ai2025", id="full-width letters and digits"),
        pytest.param("港口", "港口", id="Chinese stays"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_folding_takes_case_accents_and_width_off(text, folded):
    assert terms.fold(text) == folded


def test_folding_twice_changes_nothing_more():
    once = terms.fold("Über STRAẞEN, ＡＩ und Café in 港口")

    assert terms.fold(once) == once


@pytest.mark.parametrize(
    ("token", "language", "plain"),
    [
        ("2,400", "en", "2400"),
        ("2.400", "de", "2400"),
        ("2,400", "zh", "2400"),
        ("1,234,567.5", "en", "1234567.5"),
        ("1.234.567,5", "de", "1234567.5"),
        ("1.5", "en", "1.5"),
        ("1,5", "de", "1.5"),
        ("3.14", "zh", "3.14"),
        ("2025", "en", "2025"),
        ("1234.567", "en", "1234.567"),
    ],
)
def test_a_number_is_written_plainly_whatever_its_language_puts_into_it(token, language, plain):
    assert terms.plain_number(token, language) == plain


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("company", "companies", "en"),
        ("builds", "building", "en"),
        ("Straßen", "Strasse", "de"),
        ("Häuser", "Hauses", "de"),
        ("2,400", "2400", "en"),
        ("2.400", "2400", "de"),
        ("ＤｅｅｐＳｅｅｋ", "deepseek", "zh"),
    ],
)
def test_forms_of_one_word_share_a_term(one, other, language):
    assert terms.words(one, language) == terms.words(other, language) != ()


def test_words_keep_order_and_repeats_and_drop_function_words():
    assert terms.words("The lamp of the lamp and the harbour", "en") == ("lamp", "lamp", "harbour")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("what is the", "en"),
        ("was ist das für", "de"),
        ("WER über DIE", "de"),
        ("", "en"),
        ("?! — …", "zh"),
        ("_ __", "en"),
    ],
)
def test_a_text_without_content_has_no_words(text, language):
    assert terms.words(text, language) == ()


def test_the_function_words_of_one_language_are_content_in_another():
    assert terms.words("die", "de") == ()
    assert terms.words("die", "en") == ("die",)


def test_chinese_gives_its_characters_and_its_pairs():
    assert terms.words("算力中心", "zh") == ("算", "力", "中", "心", "算力", "力中", "中心")


def test_latin_names_and_numbers_inside_chinese_are_terms_of_their_own():
    assert terms.words("共12家DeepSeek", "zh") == ("共", "12", "家", "deepseek")


def test_letters_and_digits_are_parted():
    assert terms.words("GPT-4 H100", "en") == ("gpt", "4", "h", "100")


def test_query_words_are_distinct_and_keep_their_order():
    assert terms.query_words("lamp harbour lamps of 12 lamps", "en") == ["lamp", "harbour", "12"]


def test_chinese_function_words_are_cut_from_a_question_and_no_pair_spans_them():
    found = terms.query_words("为什么河北的算力", "zh")

    assert found == ["河", "北", "河北", "算", "力", "算力"]


def test_grams_are_four_characters_with_the_ends_marked():
    assert terms.grams("Hebei", "en") == ("_heb", "hebe", "ebei", "bei_")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("x", ("_x_",), id="one letter"),
        pytest.param("KI", ("_ki_",), id="two letters"),
        pytest.param("the of", (), id="function words"),
        pytest.param("12 400", (), id="numbers"),
        pytest.param("河北", (), id="Chinese"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_grams_of_short_words_and_of_what_has_none(text, found):
    assert terms.grams(text, "en") == found


def test_grams_find_the_part_of_a_german_compound():
    compound = set(terms.grams("Rechenzentrumsbetreiber", "de"))

    assert set(terms.grams("Betreiber", "de")) - compound == {"_bet"}
    assert set(terms.grams("Rechenzentrum", "de")) - compound == {"rum_"}


def test_grams_forgive_a_typo():
    right, wrong = set(terms.grams("lighthouse", "en")), set(terms.grams("lighthuose", "en"))

    assert right & wrong == {"_lig", "ligh", "ight", "ghth"}


def test_a_soft_hyphen_or_a_space_of_no_width_does_not_hide_a_word():
    assert terms.words("Ver\u00adtrags\u00adstrafe", "de") == terms.words("Vertragsstrafe", "de")
    assert terms.words("pen\u200balty", "en") == terms.words("penalty", "en")


def test_what_a_text_speaks_of_are_its_terms_without_numbers_and_single_characters():
    assert terms.content_words("Norden has 300 lamps", "en") == {"norden", "lamp"}
    assert terms.content_words("有灯塔", "zh") == {"有灯", "灯塔"}
