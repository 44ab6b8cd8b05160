"""What or who something is: the profile of the name, where nothing but that is asked."""

from __future__ import annotations

import pytest

from citechat import CiteChat, Settings
from citechat.plans.names import profile
from citechat.plans.names.profile import is_told_of, profile_quotes
from citechat.testing import LetterCountEmbedder
from quoting import findings_of, quoted

TRAITS = {
    "en": ("old", "small", "windy", "rich", "quiet", "green"),
    "de": ("alt", "klein", "windig", "reich", "still", "grün"),
    "zh": ("老", "小", "多风", "富", "静", "绿"),
}
SENTENCES = {
    "en": [f"Norden is {trait}." for trait in TRAITS["en"]],
    "de": [f"Norden ist {trait}." for trait in TRAITS["de"]],
    "zh": [f"诺登很{trait}。" for trait in TRAITS["zh"]],
}
TITLES = {"en": "Norden", "de": "Norden", "zh": "诺登"}
GLOSSARY = """[[name]]
kind = "place"
en = "Norden"
de = "Norden"
zh = "诺登"
spellings = ["Nordstadt"]
[[name]]
kind = "place"
en = "Southam"
de = "Südheim"
zh = "南城"
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """A profile of Norden: six sentences in two paragraphs, in three languages; none of Southam."""
    folder = tmp_path_factory.mktemp("profiles")
    corpus = folder / "corpus"
    for language, sentences in SENTENCES.items():
        gap = "" if language == "zh" else " "
        paragraphs = "\n\n".join(gap.join(part) for part in (sentences[:3], sentences[3:]))
        front = f"---\ntitle: {TITLES[language]}\nrole: profile\n---\n\n"
        path = corpus / language / "profiles" / "norden.md"
        path.parent.mkdir(parents=True)
        path.write_text(front + paragraphs + "\n", encoding="utf-8")
    (corpus / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    settings = Settings(corpus=corpus, index_dir=folder / "index")
    return CiteChat(settings, embedder=LetterCountEmbedder()).index


def told(question, index, language="en", most=4):
    findings = findings_of(question, language=language, index=index, max_sentences=most)
    return quoted(profile.statements(findings))


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What is Norden?", "en"),
        ("what's Norden exactly?", "en"),
        ("What exactly is Norden?", "en"),
        ("Tell me what Norden is", "en"),
        ("what is Norden used for", "en"),
        ("Was genau ist Norden?", "de"),
        ("Wofür steht Norden?", "de"),
        ("诺登指的是谁？", "zh"),
        ("Definiere Norden", "de"),
        ("Wofür steht die Abkürzung Norden?", "de"),
        ("诺登是干什么用的？", "zh"),
        ("Can you explain the term Norden?", "en"),
        ("Was ist Norden?", "de"),
        ("Was versteht man unter Norden?", "de"),
        ("什么是诺登？", "zh"),
        ("诺登是什么意思？", "zh"),
        ("Was heißt Norden?", "de"),
    ],
)
def test_a_definition_is_the_first_two_sentences(index, question, language):
    assert told(question, index, language) == SENTENCES[language][:2]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Tell me about Norden", "en"),
        ("What do you know about Norden?", "en"),
        ("Norden", "en"),
        ("norden?", "en"),
        ("Erzähl mir etwas über Norden", "de"),
        ("Nordstadt", "de"),
        ("介绍一下诺登", "zh"),
        ("诺登怎么样？", "zh"),
        ("诺登", "zh"),
        pytest.param("What is Norden known for?", "en", id="what it is known for"),
        pytest.param("Was ist an Norden besonders?", "de", id="was besonders ist"),
        pytest.param("诺登有什么特别之处？", "zh", id="特别之处"),
    ],
)
def test_who_wants_to_be_told_about_a_thing_gets_three(index, question, language):
    assert told(question, index, language, most=6) == SENTENCES[language][:3]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("How big is a Norden?", "en"),
        ("how much is one Norden", "en"),
        ("Wie groß ist ein Norden?", "de"),
        ("一诺登是多大？", "zh"),
    ],
)
def test_how_big_one_of_its_kind_is_its_defining_sentence_tells(index, question, language):
    assert told(question, index, language) == SENTENCES[language][:1]


def test_words_of_the_defining_sentence_ask_for_nothing_else(index):
    assert told("What is the old Norden?", index) == SENTENCES["en"][:2]
    assert told("What is the steep Norden?", index) == []


def test_no_more_than_the_settings_allow(index):
    assert told("Tell me about Norden", index, most=2) == SENTENCES["en"][:2]
    assert told("What is Norden?", index, most=1) == SENTENCES["en"][:1]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        pytest.param("What is the harbour of Norden?", "en", id="an attribute"),
        pytest.param("Tell me about the bakery of Norden", "en", id="another thing of it"),
        pytest.param("How many ships has Norden?", "en", id="a number"),
        pytest.param("What is the number of ships of Norden?", "en", id="a number, otherwise"),
        pytest.param("When was Norden?", "en", id="a time"),
        pytest.param("Why Norden?", "en", id="a reason"),
        pytest.param("Is it true what they tell about Norden?", "en", id="a truth"),
        pytest.param("What is Southam?", "en", id="a name without a profile"),
        pytest.param("What is Norden to Southam?", "en", id="another name beside it"),
        pytest.param("What is a lighthouse?", "en", id="no name"),
        pytest.param("Was ist der Hafen von Norden?", "de", id="ein Merkmal"),
        pytest.param("Wie groß ist Norden?", "de", id="eine Zahl"),
        pytest.param("诺登的港口是什么？", "zh", id="属性"),
        pytest.param("诺登有多少艘船？", "zh", id="数量"),
    ],
)
def test_what_asks_for_more_or_another_is_no_question_for_a_profile(index, question, language):
    assert told(question, index, language) == []


def test_a_profile_is_read_in_order_across_its_paragraphs(index):
    quotes = profile_quotes("profiles/norden", "zh", index)

    assert [quote.text for quote in quotes] == SENTENCES["zh"]


@pytest.mark.parametrize("document_id", ["", "profiles/southam"])
def test_a_profile_that_is_not_there_has_no_sentences(index, document_id):
    assert profile_quotes(document_id, "en", index) == []


# The shipped corpus


@pytest.mark.parametrize(
    ("question", "language", "opens"),
    [
        ("What is a compute voucher?", "en", "A compute voucher is"),
        ("what are compute vouchers", "en", "A compute voucher is"),
        ("Was ist ein Rechengutschein?", "de", "Ein Rechengutschein"),
        ("什么是算力券？", "zh", "算力券是"),
        ("Tell me about Unitree", "en", "Unitree"),
        ("Unitree, who are they", "en", "Unitree"),
        ("Who is Wang Xingxing?", "en", "Wang Xingxing"),
        ("宇树科技是什么？", "zh", "宇树科技"),
    ],
)
def test_the_shipped_profiles_define_what_they_are_of(shipped_index, question, language, opens):
    first, *_ = told(question, shipped_index, language)

    assert first.startswith(opens)


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_a_shipped_profile_is_found_by_its_title(shipped_index, language):
    unreached = set()
    profiles = {i: t for (code, t), i in shipped_index.profiles.items() if code == language}
    for document_id, title in profiles.items():
        findings = findings_of(title, language=language, index=shipped_index)
        statements = profile.statements(findings)
        found = {statement.quote.passage.document_id for statement in statements}
        if found != {document_id}:
            unreached.add(document_id.removeprefix("profiles/"))

    assert unreached == set()


@pytest.mark.parametrize("question", ["诺登为什么重要？", "诺登的人工智能强在哪里？"])
def test_a_broad_question_is_told_of_the_thing_where_nothing_else_answers(question, index):
    findings = findings_of(question, language="zh", index=index, max_sentences=2)
    assert quoted(profile.told_broadly(findings)) == SENTENCES["zh"][:2]


def test_a_question_that_asks_for_something_is_not_broad(index):
    assert not profile.told_broadly(findings_of("诺登为什么下雨？", language="zh", index=index))


@pytest.mark.parametrize(
    "beside",
    [
        "give me some background on ",
        "anything on ",
        "what's the deal with ",
        "I keep hearing about , what are they",
        "Was weißt du über ",
        "Stell mir bitte  vor",
        "Ich hätte gern ein paar Infos zu ",
        "关于你知道些什么",
        "你听说过吗",
        "what's  supposed to be",
        ", never heard of it",
        "tell me about  and AI, I know nothing",
        "Was könnt ihr mir über  sagen?",
        "Wie sieht's in  mit KI aus?",
        "在ai方面怎么样",
        "跟我科普一下",
        "I'm curious about ",
        "Wofür kennt man ",
    ],
)
def test_words_of_telling_alone_ask_to_be_told_of_a_name(beside):
    assert is_told_of(beside)


@pytest.mark.parametrize(
    "beside",
    [
        "Which company is in ?",
        "how old is ",
        "Was für Unternehmen gibt es in ",
        "有哪些公司",
        "最多的城市",
        "what will  be in 2035",
        "Was wird  2035 sein?",
        "what are the vouchers of ",
    ],
)
def test_words_that_ask_something_of_a_name_do_not(beside):
    assert not is_told_of(beside)


@pytest.mark.parametrize(
    ("question", "language", "maker"),
    [
        ("the company behind Doubao", "en", "ByteDance"),
        ("Wer steckt hinter Doubao?", "de", "ByteDance"),
        ("豆包背后是哪家公司", "zh", "字节跳动"),
        ("who is the guy behind Unitree", "en", "Wang Xingxing"),
        ("Wer ist der Mann hinter Unitree?", "de", "Wang Xingxing"),
    ],
)
def test_whose_a_thing_is_names_who_made_it(shipped_index, question, language, maker):
    findings = findings_of(question, language=language, index=shipped_index)
    [statement] = profile.statements(findings)

    assert maker in statement.quote.text


def test_who_heads_a_place_is_not_what_it_is() -> None:
    assert profile._HEADS.match("诺登市长是谁", 2)
    assert not profile._HEADS.match("诺登市长期缺水", 2)
    assert not profile._HEADS.match("诺登市是什么", 2)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What is PUE?", "en"),
        ("Was muss man sich unter PUE vorstellen?", "de"),
        ("什么是算力券？", "zh"),
    ],
)
def test_a_concept_is_defined_in_one_sentence(shipped_index, question, language):
    assert len(told(question, shipped_index, language)) == 1


@pytest.mark.parametrize(
    ("question", "language"),
    [("Who is Norden?", "en"), ("Wer ist Norden?", "de"), ("诺登是谁？", "zh")],
)
def test_who_somebody_is_takes_two_sentences(index, question, language):
    assert told(question, index, language) == SENTENCES[language][:2]
