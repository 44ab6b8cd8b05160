"""Does the article speak of X: yes with its sentence, no with what others say, and nothing where more is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from citechat import CiteChat, Settings
from citechat.index.opening import Index
from citechat.plans.names.mentioned_in_article import (
    kind_named_in_article,
    named_in_article,
    not_in_article,
)
from citechat.testing import LetterCountEmbedder
from quoting import findings_of, leads, query_of, quote_of, quoted

ARTICLES = {
    "en": "The harbours compete. Norden builds ferries. Norden also dries fish. Anker is a yard. Anker and Brise build.",
    "de": "Die Häfen wetteifern. Norden baut Fähren. Norden trocknet auch Fisch. Anker ist eine Werft. Anker und Brise bauen.",
    "zh": "各港口相互竞争。诺登建造渡轮。诺登还晒鱼。Anker是船厂。Anker和Brise造船。",
}
NAMES = """[[name]]
kind = "place"
en = "Norden"
de = "Norden"
zh = "诺登"
[[name]]
kind = "place"
en = "Westen"
de = "Westen"
zh = "韦斯滕"
[[name]]
kind = "company"
en = "Anker"
de = "Anker"
zh = "Anker"
[[name]]
kind = "company"
en = "Brise"
de = "Brise"
zh = "Brise"
"""
YES = {"en": "Yes, it does:", "de": "Ja:", "zh": "提到了："}
NO = {
    "en": "The article does not mention Westen.",
    "de": "Der Artikel erwähnt Westen nicht.",
    "zh": "文章没有提到韦斯滕。",
}


@pytest.fixture(scope="module")
def harbours(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("mention")
    for language, text in ARTICLES.items():
        path = folder / "corpus" / language / "article.md"
        path.parent.mkdir(parents=True)
        path.write_text(f"---\nrole: article\ntitle: Harbours\n---\n\n{text}\n", encoding="utf-8")
    (folder / "corpus" / "glossary.toml").write_text(NAMES, encoding="utf-8")
    settings = Settings(corpus=folder / "corpus", index_dir=folder / "index")
    return CiteChat(settings, embedder=LetterCountEmbedder()).index


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Does the article mention Norden?", "en"),
        ("Is Norden mentioned in the article?", "en"),
        ("Wird Norden im Artikel erwähnt?", "de"),
        ("Kommt Norden im Artikel vor?", "de"),
        ("文章提到诺登了吗？", "zh"),
        ("文章里有没有讲到诺登？", "zh"),
    ],
)
def test_what_the_article_names_is_shown_with_its_first_sentences(question, language, harbours):
    said = named_in_article(query_of(question, language, harbours), harbours)

    assert leads(said) == [YES[language], ""]
    assert "".join(quoted(said)) in ARTICLES[language].replace(". N", ".N")
    assert not not_in_article(findings_of(question, language=language, index=harbours))


@pytest.mark.parametrize(
    ("question", "language", "other", "denial"),
    [
        (
            "Does the article mention Westen?",
            "en",
            "Westen has a fleet.",
            "The article does not mention Westen, says the harbour office.",
        ),
        (
            "Nennt der Artikel Westen?",
            "de",
            "Westen hat eine Flotte.",
            "Der Artikel nennt Westen nicht, sagt das Hafenamt.",
        ),
        ("文章有没有提到韦斯滕？", "zh", "韦斯滕有一支船队。", "文章没有提到韦斯滕。"),
    ],
)
def test_what_it_does_not_name_is_said_with_what_others_tell(
    question, language, other, denial, harbours
):
    found = quote_of(other, language=language)
    said = not_in_article(findings_of(question, found, language=language, index=harbours))
    assert leads(said)[0] == NO[language]
    assert quoted(said) == [other]

    # In the documents' own words, where they say so themselves.
    denying = quote_of(denial, language=language)
    said = not_in_article(findings_of(question, found, denying, language=language, index=harbours))
    assert (leads(said), quoted(said)) == ([""], [denial])


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What does the article say about Norden?", "en"),
        ("Does the article mention Norden's fish prices?", "en"),
        ("Does Norden build ferries?", "en"),
        ("Was schreibt der Artikel über Norden?", "de"),
        ("Nennt der Artikel Norden einen Fischmarkt?", "de"),
        ("文章提到诺登的鱼价了吗？", "zh"),
        ("文章怎么说诺登？", "zh"),
    ],
)
def test_where_more_is_asked_nothing_is_told(question, language, harbours):
    findings = findings_of(question, quote_of("Norden, 诺登。"), language=language, index=harbours)

    assert not named_in_article(findings.query, harbours)
    assert not not_in_article(findings)


@pytest.mark.parametrize(
    ("question", "language", "lead", "proof"),
    [
        (
            "Which companies does the article mention?",
            "en",
            "The article names 2: Anker, Brise.",
            "Anker and Brise build.",
        ),
        (
            "Welche Firmen kommen im Artikel vor?",
            "de",
            "Der Artikel nennt 2: Anker, Brise.",
            "Anker und Brise bauen.",
        ),
        ("文章提到了哪些公司？", "zh", "文章提到2个：Anker、Brise。", "Anker和Brise造船。"),
    ],
)
def test_all_of_a_kind_are_listed_with_the_sentences_that_name_most(
    question, language, lead, proof, harbours
):
    said = kind_named_in_article(query_of(question, language, harbours), harbours)

    assert leads(said) == [lead, ""]
    assert quoted(said) == [proof]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which companies build ferries?", "en"),
        ("Which companies does the article name in Norden?", "en"),
        ("Which companies does the article call the best?", "en"),
        ("Which universities does the article mention?", "en"),
        ("Welche Firmen nennt der Artikel führend?", "de"),
        ("文章提到了哪些大学？", "zh"),
    ],
)
def test_those_that_do_something_are_another_question(question, language, harbours):
    assert not kind_named_in_article(query_of(question, language, harbours), harbours)
