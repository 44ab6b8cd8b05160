"""Articles of strangers: the verdicts that a reader would give, and what is cited for them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citechat import Audit, CiteChat, CiteChatError, Settings, audit
from citechat.auditing import OUTCOMES, audit_document
from citechat_ingest import read_document
from small_articles import ARTICLES, folder_of

# A few words of each claim, and what the sources make of it.
BORNE_OUT = {
    "tram": ("212 million", "14 kilometres", "9.1 million", "340 people", "two thirds"),
    "solar": ("15.000 Haushalte", "Helion Energie", "14 auf 23", "Megawattstunden", "240.000"),
    "teahouse": ("120人", "14个国家"),
}
CONTRADICTED = {
    "tram": ("30 percent", "97 percent"),
    "solar": ("38 Millionen", "600 Schafe"),
    "teahouse": ("12%",),
}
IN_PART = {"tram": ("3 May 2015", "2028"), "solar": ("12. Juni 2023",), "teahouse": ()}
NOT_FOUND = {"tram": ("Mayor Ines",), "solar": ("Karla Dorn",), "teahouse": ("900万元",)}


def outcome_of(result: Audit, words: str) -> str:
    return next(claim.outcome for claim in result.claims if words in claim.text)


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize(
    ("outcome", "words"),
    list(zip(OUTCOMES, (BORNE_OUT, IN_PART, CONTRADICTED, NOT_FOUND), strict=True)),
    ids=OUTCOMES,
)
def test_verdicts_are_those_that_a_reader_would_give(audits, name, outcome, words):
    given = {told: outcome_of(audits[name], told) for told in words[name]}

    assert given == dict.fromkeys(words[name], outcome)


@pytest.mark.parametrize("name", ARTICLES)
def test_both_sides_are_cited_by_exact_places(audits, name):
    article = read_document(folder_of(name) / "article.md", "article")
    sources = {
        path.stem: read_document(path, path.stem)
        for path in (folder_of(name) / "sources").iterdir()
    }

    for claim in audits[name].claims:
        assert article.text[claim.start : claim.end] == claim.text
        for citation in (*claim.bearing, *claim.otherwise):
            source = sources[citation.document_id]
            assert source.text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize("name", ARTICLES)
def test_each_verdict_shows_what_it_rests_on(audits, name):
    for claim in audits[name].claims:
        if claim.outcome in ("borne_out", "in_part"):
            assert claim.bearing
        if claim.outcome == "contradicted":
            assert claim.otherwise
            assert claim.unstated


def test_the_number_that_no_source_has_is_named(audits):
    claim = next(c for c in audits["tram"].claims if "Harbour Street" in c.text)

    assert claim.unstated == ("30 percent",)
    assert "fallen by 20 percent" in claim.otherwise[0].quote


def test_a_quote_that_is_cited_twice_has_one_number(audits):
    for result in audits.values():
        cited = [c for claim in result.claims for c in (*claim.bearing, *claim.otherwise)]
        places = {(c.document_id, c.start, c.end): c.number for c in cited}
        assert all(places[c.document_id, c.start, c.end] == c.number for c in cited)
        assert sorted(places.values()) == list(range(1, len(places) + 1))


def test_what_the_sources_say_of_the_article_is_no_evidence(tmp_path):
    sources = tmp_path / "sources"
    sources.mkdir()
    article = tmp_path / "article.md"
    article.write_text("The mill of Orne grinds 40 tonnes of flour a day.\n")
    (sources / "review.md").write_text(
        "The article says that the mill of Orne grinds 40 tonnes of flour a day.\n\n"
        "The mill of Orne stands by the river.\n"
    )

    result = audit(article, sources, settings=Settings(index_dir=tmp_path / "index"))

    assert [claim.outcome for claim in result.claims] == ["not_found"]


def test_an_article_among_its_sources_does_not_bear_itself_out(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "article.md").write_text("The mill of Orne grinds 40 tonnes of flour a day.\n")
    (folder / "survey.md").write_text("The mill of Orne grinds 25 tonnes of flour a day.\n")
    article = read_document(folder / "article.md", "article")

    chat = CiteChat(Settings(corpus=folder, index_dir=tmp_path / "index"))
    result = audit_document(article, chat)

    assert [claim.outcome for claim in result.claims] == ["contradicted"]
    assert [c.document_id for c in result.claims[0].otherwise] == ["survey"]


def test_progress_is_told_claim_by_claim(tmp_path):
    seen = []
    folder = folder_of("teahouse")

    audit(
        folder / "article.md",
        folder / "sources",
        settings=Settings(index_dir=tmp_path),
        tick=lambda done, total: seen.append((done, total)),
    )

    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_an_article_that_is_no_file_is_an_error_of_one_line(tmp_path):
    with pytest.raises(CiteChatError, match="give the article as a file"):
        audit(tmp_path / "nowhere.md", folder_of("tram") / "sources")


def test_the_dict_is_plain_json(audits):
    result = audits["solar"]

    plain = json.loads(json.dumps(result.to_dict()))

    assert plain["counts"] == result.counts
    assert plain["language"] == "de"
    assert plain["claims"][0]["text"] == result.claims[0].text
    assert plain["claims"][0]["bearing"][0]["quote"] == result.claims[0].bearing[0].quote


@pytest.mark.parametrize(
    ("name", "verdicts"),
    [
        ("tram", ("borne out", "in part", "contradicted", "not found")),
        ("solar", ("belegt", "teilweise", "widersprochen", "nicht gefunden")),
        ("teahouse", ("有依据", "相矛盾", "未找到")),
    ],
)
def test_markdown_and_page_are_in_the_language_of_the_article(audits, name, verdicts):
    markdown, page = audits[name].to_markdown(), audits[name].to_html()

    assert all(verdict in markdown for verdict in verdicts)
    assert all(verdict in page for verdict in verdicts)
    assert f'<html lang="{audits[name].language}">' in page


def test_markdown_has_a_row_a_claim_and_every_quote_whole(audits):
    markdown = audits["tram"].to_markdown()

    rows = [line for line in markdown.splitlines() if line.startswith("| ")]
    assert len(rows) == 1 + len(audits["tram"].claims)
    for claim in audits["tram"].claims:
        assert all(citation.quote in markdown for citation in (*claim.bearing, *claim.otherwise))


def test_the_page_needs_nothing_else(audits):
    page = audits["tram"].to_html()

    assert "<script" not in page
    assert "src=" not in page
    assert "@import" not in page
    assert page.count("<tr id=") == len(audits["tram"].claims)


def test_what_a_document_wrote_does_not_come_alive(tmp_path: Path):
    sources = tmp_path / "sources"
    sources.mkdir()
    article = tmp_path / "article.md"
    article.write_text("# A \\<b> title | pipe\n\nThe mill of Orne has 40 stones | wheels.\n")
    (sources / "s.txt").write_text("The mill of Orne has 40 stones <script>alert(1)</script> .\n")

    result = audit(article, sources, settings=Settings(index_dir=tmp_path / "index"))

    assert "<script>" in result.claims[0].bearing[0].quote
    assert "<script>" not in result.to_html()
    assert "\\<script>" in result.to_markdown()
    assert "stones \\| wheels" in result.to_markdown()
