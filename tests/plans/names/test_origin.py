"""Where something is, whose it is and who founded it, from its profile."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from citechat import CiteChat, Settings
from citechat.index.opening import Index
from citechat.plans.names.origin import founder_for_the_head, statements
from citechat.testing import LetterCountEmbedder
from profiled import index_of_profiles
from quoting import findings_of, quoted

NAMES = {
    "南港": "place",
    "灯塔公司": "company",
    "海上集团": "company",
    "诺登": "place",
    "陆小船": "person",
}
PROFILE = "灯塔公司造船。灯塔公司由陆小船创办，总部在诺登。灯塔公司属于海上集团。"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("origins")
    return index_of_profiles(folder, {"zh": {"灯塔公司": PROFILE}}, NAMES)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("灯塔公司是哪个城市的？", "灯塔公司由陆小船创办，总部在诺登。"),
        ("灯塔公司总部在哪里", "灯塔公司由陆小船创办，总部在诺登。"),
        ("灯塔公司是谁创办的？", "灯塔公司由陆小船创办，总部在诺登。"),
        ("灯塔公司的创始人叫什么名字？", "灯塔公司由陆小船创办，总部在诺登。"),
    ],
)
def test_the_sentence_that_names_it_answers(question: str, sentence: str, index: Index) -> None:
    said = quoted(statements(findings_of(question, language="zh", index=index)))
    assert said == [sentence]


@pytest.mark.parametrize(
    "question",
    [
        "灯塔公司在哪里造船",
        "灯塔公司和海上集团在哪里",
        "陆小船是哪里人",
        "陆小船是什么？",
        "陆小船是谁",
    ],
)
def test_nothing_is_said_where_more_is_asked_or_nothing_known(question: str, index: Index) -> None:
    assert not statements(findings_of(question, language="zh", index=index))


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("灯塔公司是诺登的公司吗？", ""),
        ("灯塔公司是南港的公司吗？", "不是南港："),
        ("为什么灯塔公司总部在南港？", "不是南港："),
    ],
)
def test_what_is_presumed_of_a_company_is_held_against_its_profile(
    question: str, lead: str, index: Index
) -> None:
    [statement] = statements(findings_of(question, language="zh", index=index))
    assert statement.lead == lead
    assert statement.quote is not None
    assert "诺登" in statement.quote.text


def opened(folder: Path, kinds: Mapping[str, str]) -> Index:
    """The index of ``folder / "corpus"``, whose glossary has these names of these kinds, spelled
    alike in every language."""
    entries = [
        f'[[name]]\nkind = "{kind}"\nen = "{name}"\nde = "{name}"\nzh = "{name}"\n'
        for name, kind in kinds.items()
    ]
    (folder / "corpus" / "glossary.toml").write_text("".join(entries), encoding="utf-8")
    settings = Settings(corpus=folder / "corpus", index_dir=folder / "index")
    return CiteChat(settings, embedder=LetterCountEmbedder()).index


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("origins")
    path = folder / "corpus" / "de" / "profiles" / "lamp.md"
    path.parent.mkdir(parents=True)
    text = (
        "Lampenbau baut Lampen. Gegründet wurde Lampenbau von Ada Holm. Lampenbau sitzt in Norden."
    )
    path.write_text(f"---\ntitle: Lampenbau\nrole: profile\n---\n\n{text}\n", encoding="utf-8")
    kinds = {"Lampenbau": "company", "Ada Holm": "person", "Norden": "place", "Südheim": "place"}
    return opened(folder, kinds)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Wo sitzt Lampenbau?", "Lampenbau sitzt in Norden."),
        ("In welcher Stadt hat Lampenbau seine Zentrale?", "Lampenbau sitzt in Norden."),
        ("Wer hat Lampenbau gegründet?", "Gegründet wurde Lampenbau von Ada Holm."),
        ("Von wem wurde Lampenbau gegründet?", "Gegründet wurde Lampenbau von Ada Holm."),
        ("Wo verkauft Lampenbau seine Lampen?", ""),
        ("Wer hat Lampenbau verkauft?", ""),
    ],
)
def test_german_questions_ask_for_place_and_founder(
    german: Index, question: str, told: str
) -> None:
    found = statements(findings_of(question, language="de", index=german))

    assert quoted(found) == ([told] if told else [])


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Warum sitzt Lampenbau in Südheim?", "Nicht Südheim:"),
        ("Wieso ist Lampenbau ausgerechnet in Südheim so groß geworden?", "Nicht Südheim:"),
    ],
)
def test_what_a_german_question_presumes_is_held_against_the_profile(
    german: Index, question: str, lead: str
) -> None:
    [statement] = statements(findings_of(question, language="de", index=german))

    assert statement.lead == lead


def test_what_a_german_question_presumes_rightly_is_left_to_other_plans(german: Index) -> None:
    question = "Warum sitzt Lampenbau in Norden?"

    assert not statements(findings_of(question, language="de", index=german))


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("english-origins")
    for name, text in (
        ("The Lamp", "The Lamp is bright. The Lamp is a boat by Acme."),
        ("Acme", "Acme is old. Acme was founded by Ann Lee. Acme has its seat in Norden."),
    ):
        path = folder / "corpus" / "en" / "profiles" / f"{name[-4:].lower()}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {name}\nrole: profile\n---\n\n{text}\n", encoding="utf-8")
    kinds = {"The Lamp": "product", "Acme": "company", "Ann Lee": "person", "Norden": "place"}
    return opened(folder, kinds)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who founded Acme?", "Acme was founded by Ann Lee."),
        ("who is the founder of Acme", "Acme was founded by Ann Lee."),
        ("Where is Acme based?", "Acme has its seat in Norden."),
        ("Who makes The Lamp?", "The Lamp is a boat by Acme."),
    ],
)
def test_an_english_question_is_answered_by_the_profile(
    question: str, sentence: str, english: Index
) -> None:
    said = quoted(statements(findings_of(question, language="en", index=english)))
    assert said == [sentence]


@pytest.mark.parametrize("question", ["Where does Acme build boats?", "Who sold Acme?"])
def test_an_english_question_for_more_is_left_to_others(question: str, english: Index) -> None:
    assert not statements(findings_of(question, language="en", index=english))


@pytest.mark.parametrize(
    ("language", "question", "city"),
    [
        ("en", "Where in China is Biren based?", "Shanghai"),
        ("de", "In welcher Stadt in China sitzt MetaX?", "Shanghai"),
        ("zh", "壁仞科技在中国哪个城市？", "上海"),
    ],
)
def test_in_china_names_no_other_thing(
    language: str, question: str, city: str, shipped_index: Index
) -> None:
    [said] = quoted(statements(findings_of(question, language=language, index=shipped_index)))

    assert city in said


@pytest.mark.parametrize("question", ["Wer leitet Lampenbau?", "Wer ist der Chef von Lampenbau?"])
def test_where_nobody_runs_a_firm_its_founder_is_told(german: Index, question: str) -> None:
    found = founder_for_the_head(findings_of(question, language="de", index=german))

    assert quoted(found) == ["Gegründet wurde Lampenbau von Ada Holm."]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Wer leitet in Lampenbau den Verkauf?", id="part of it"),
        pytest.param("Wer leitet Norden?", id="a place"),
        pytest.param("Was baut Lampenbau?", id="something else"),
    ],
)
def test_else_no_founder_is_told(german: Index, question: str) -> None:
    assert not founder_for_the_head(findings_of(question, language="de", index=german))


def test_a_chinese_boss_is_the_founder_where_nobody_else_is_told(index: Index) -> None:
    found = founder_for_the_head(findings_of("灯塔公司的老板是谁", language="zh", index=index))

    assert quoted(found) == ["灯塔公司由陆小船创办，总部在诺登。"]
