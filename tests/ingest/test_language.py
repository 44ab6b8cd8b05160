"""A question of three or four words is enough to tell its language."""

from __future__ import annotations

import time

import pytest

from citechat_ingest import (
    FUNCTION_WORDS,
    LANGUAGES,
    detect_language,
    read_questions,
    shipped_corpus,
)
from citechat_ingest.language import script_counts

_OTHER = {"en": "de", "de": "en", "zh": "en"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Who?", "en"),
        ("Which city leads?", "en"),
        ("Why Hebei?", "en"),
        ("AI companies Beijing", "en"),
        ("How many AI companies does Beijing have?", "en"),
        ("What's DeepSeek-R1?", "en"),
        ("What’s DeepSeek-R1?", "en"),
        ("Isn’t Nvidia first?", "en"),
        ("Wo?", "de"),
        ("Welche Stadt führt?", "de"),
        ("Warum Hebei?", "de"),
        ("Wer gab DeepSeek Geld?", "de"),
        ("KI-Firmen Peking", "de"),
        ("Wie viele KI-Unternehmen hat Peking?", "de"),
        ("谁领先？", "zh"),
        ("为什么是河北？", "zh"),
        ("人工智能", "zh"),
        ("北京", "zh"),
    ],
)
def test_a_short_question_tells_its_language_whatever_the_default(text: str, language: str) -> None:
    assert detect_language(text, default=language) == language
    assert detect_language(text, default=_OTHER[language]) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_question_of_the_shipped_corpus_is_recognised(language: str) -> None:
    questions = read_questions([shipped_corpus()])[language]

    assert [q for q in questions if detect_language(q, default=_OTHER[language]) != language] == []


@pytest.mark.parametrize(
    "text", ["Nvidia", "DeepSeek R1", "AI in Shanghai", "2030", "", " ?! ", "🚢", "ＡＢＣ"]
)
@pytest.mark.parametrize("default", ["en", "de"])
def test_names_and_numbers_alone_leave_it_to_the_default(text: str, default: str) -> None:
    assert detect_language(text, default=default) == default


def test_the_default_is_english_where_none_is_given() -> None:
    assert detect_language("Nvidia") == "en"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("中国のAI企業はどこですか？", id="Japanese with kanji"),
        pytest.param("ディープシーク", id="katakana"),
        pytest.param("Кто лидирует?", id="Russian"),
        pytest.param("Кто создал DeepSeek в Китае?", id="Russian with a Latin name"),
        pytest.param("누가 앞서 있나요?", id="Korean"),
        pytest.param("중국 AI", id="Korean with a Latin name as long"),
        pytest.param("중국 (中國) AI 회사", id="Korean with hanja"),
        pytest.param("من يتصدر؟", id="Arabic"),
        pytest.param("Ποιος προηγείται;", id="Greek"),
    ],
)
def test_another_script_is_not_guessed_at(text: str) -> None:
    assert detect_language(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("DeepSeek-R1 是什么？", "zh", id="Chinese on a Latin name"),
        pytest.param("GPT-4o mini和Qwen2.5哪个更好？", "zh", id="Chinese on two Latin names"),
        pytest.param("open source模型有哪些？", "zh", id="Chinese with English words"),
        pytest.param(
            "OpenAI、DeepSeek、Nvidia谁领先？",
            "zh",
            id="Chinese on more Latin letters than its own",
        ),
        pytest.param("普京（Путин）是谁？", "zh", id="Chinese on a Russian name"),
        pytest.param("What does 北京 mean?", "en", id="English on a Chinese name"),
        pytest.param(
            "Was genau bedeutet der Name 北京 eigentlich?", "de", id="German on a Chinese name"
        ),
        pytest.param(
            "Who wrote „Deutsche Leichtigkeit und Freundlichkeit“?",
            "en",
            id="English on a German title",
        ),
        pytest.param("Wer gründete City of Things?", "de", id="German on an English name"),
        pytest.param("Was ist 北京?", "de", id="German with a capital function word"),
        pytest.param("Wer ist 李飞飞?", "de", id="German on a name longer than the rest"),
        pytest.param("What’s 北京大学?", "en", id="English on a name longer than the rest"),
        pytest.param("Was ist 地球?", "de", id="German on a name with a Chinese function word"),
        pytest.param("Compare 北京 with 上海", "en", id="English on two Chinese names"),
        pytest.param("Who founded 삼성?", "en", id="English on a Korean name"),
        pytest.param("apache license是什么", "zh", id="Chinese on more small Latin letters"),
        pytest.param(
            "The Beatles是什么", "zh", id="Chinese on a name with an English function word"
        ),
        pytest.param("walker s1身高", "zh", id="Chinese behind a name in small letters"),
        pytest.param("who founded 智谱", "en", id="English on a Chinese name"),
        pytest.param("北京IT公司", "zh", id="Chinese with a name like a function word"),
        pytest.param("A股上市公司", "zh", id="Chinese with one Latin letter"),
        pytest.param("The letter α stands for the rate.", "en", id="English with a Greek letter"),
    ],
)
def test_a_mixed_question_is_in_the_language_around_the_names(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_scripts_are_counted_by_letter_and_nothing_else_counts() -> None:
    assert script_counts("Ä b1, 北京! か。") == {"LATIN": 2, "CJK": 2, "HIRAGANA": 1}


@pytest.mark.parametrize("language", ["en", "de"])
def test_function_words_are_lower_case_as_they_are_compared(language: str) -> None:
    assert FUNCTION_WORDS[language] == {word.lower() for word in FUNCTION_WORDS[language]}


def test_a_long_text_is_told_by_its_beginning() -> None:
    started = time.process_time()

    assert detect_language("Der Hafen liegt an der See. " * 200_000) == "de"
    assert time.process_time() - started < 2
