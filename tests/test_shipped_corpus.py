"""The shipped corpus: parallel in three languages, with the same numbers, whole, in our own words, true to its article."""

from __future__ import annotations

import csv
import hashlib
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from citechat.verification.facts import Date, Number, read_facts
from citechat_ingest import (
    LANGUAGES,
    AuditedClaim,
    Document,
    Glossary,
    Paragraph,
    read_audited_claims,
    read_corpus,
    read_glossary,
    sentence_spans,
    shipped_corpus,
)

HERE = Path(__file__).parent
CORPUS = shipped_corpus()
UNITS = {
    "billion yuan": 10**9,
    "billion US dollars": 10**9,
    "million yuan": 10**6,
    "million US dollars": 10**6,
    "million kWh": 10**6,
}
REQUIRED_COLUMNS = ("subject", "metric", "value", "unit", "year", "said_by", "document_id")
FACTS = tomllib.loads((HERE / "facts.toml").read_text(encoding="utf-8"))["fact"]
RUN_LENGTH = 8


@pytest.fixture(scope="module")
def documents() -> dict[tuple[str, str], Document]:
    """The documents by (language, document id)."""
    return {
        (document.language, document.document_id): document for document in read_corpus([CORPUS])
    }


@pytest.fixture(scope="module")
def claims() -> tuple[AuditedClaim, ...]:
    return read_audited_claims([CORPUS])


@pytest.fixture(scope="module")
def figures() -> list[dict[str, str]]:
    with (CORPUS / "figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _ids(documents: dict[tuple[str, str], Document], language: str) -> set[str]:
    return {document_id for spoken, document_id in documents if spoken == language}


def _slugs(documents: dict[tuple[str, str], Document]) -> set[str]:
    return {
        document_id.removeprefix("sources/")
        for document_id in _ids(documents, "en")
        if document_id.startswith("sources/")
    }


def _profiles(documents: dict[tuple[str, str], Document]) -> list[str]:
    return sorted(
        document_id for document_id in _ids(documents, "en") if document_id.startswith("profiles/")
    )


def _text(document: Document, paragraph: Paragraph) -> str:
    return document.text[paragraph.start : paragraph.end]


def _shape(document: Document) -> list[tuple[str, str, tuple[str, ...], int]]:
    """What must be alike in all languages: kind, name, sources and number of sentences of each paragraph."""
    return [(p.kind, p.name, p.sources, _sentence_count(document, p)) for p in document.paragraphs]


def _sentence_count(document: Document, paragraph: Paragraph) -> int:
    return 1 if paragraph.kind == "heading" else len(sentence_spans(_text(document, paragraph)))


def _versions(documents: dict[tuple[str, str], Document]) -> Iterator[tuple[str, list[Document]]]:
    """(document id, its texts in the order of LANGUAGES)."""
    for document_id in sorted(_ids(documents, "en")):
        yield document_id, [documents[language, document_id] for language in LANGUAGES]


def _numbers(text: str, language: str) -> Counter[Number]:
    """What stands in digits, dates as their parts; of the units only percent, as others may be understood."""
    found: Counter[Number] = Counter()
    for fact in read_facts(text, language, Glossary()):
        if fact.must_match_in == "any language" and isinstance(fact.value, Date):
            found.update(Number(Fraction(part)) for part in fact.value.parts)
        elif fact.must_match_in == "any language" and isinstance(fact.value, Number):
            found[
                Number(fact.value.value, "percent" if fact.value.unit.startswith("percent") else "")
            ] += 1
    return found


def _written(numbers: Counter[Number]) -> str:
    return ", ".join(sorted(map(str, numbers.elements())))


def _differing_numbers(texts: list[str]) -> str:
    """What numbers the texts in the order of LANGUAGES do not share, or nothing."""
    numbers = [_numbers(text, language) for text, language in zip(texts, LANGUAGES, strict=True)]
    shared = numbers[0] & numbers[1] & numbers[2]
    if all(found == shared for found in numbers):
        return ""
    return "; ".join(
        f"only {name}: {_written(found - shared)}"
        for name, found in zip(LANGUAGES, numbers, strict=True)
    )


# The three languages


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_documents(documents, language):
    assert _ids(documents, language) == _ids(documents, "en")


def test_every_document_has_the_same_sections_paragraphs_names_sources_and_sentences(documents):
    wrong = []
    for document_id, versions in _versions(documents):
        shapes = [_shape(version) for version in versions]
        lengths = [len(shape) for shape in shapes]
        if len(set(lengths)) > 1:
            wrong.append(f"{document_id}: {lengths} blocks in {LANGUAGES}")
            continue
        wrong += [
            f"{document_id}, block {at}: {trio}"
            for at, trio in enumerate(zip(*shapes, strict=True))
            if len(set(trio)) > 1
        ]

    assert not wrong, "\n".join(wrong)


def test_every_paragraph_has_the_same_numbers(documents):
    wrong = []
    for document_id, versions in _versions(documents):
        for paragraphs in zip(*(version.paragraphs for version in versions), strict=True):
            texts = [
                _text(version, paragraph)
                for version, paragraph in zip(versions, paragraphs, strict=True)
            ]
            if differing := _differing_numbers(texts):
                wrong.append(f"{document_id}: {differing}\n  {texts[0]}")

    assert not wrong, "\n".join(wrong)


def test_every_title_has_the_same_numbers(documents):
    found = {
        document_id: _differing_numbers([version.title for version in versions])
        for document_id, versions in _versions(documents)
    }

    assert not {document_id: differing for document_id, differing in found.items() if differing}


@pytest.mark.parametrize("part", ["text", "note"])
def test_every_claim_has_the_same_numbers(claims, part):
    found = {
        claim.claim_id: _differing_numbers([getattr(claim, part)[name] for name in LANGUAGES])
        for claim in claims
    }

    assert not {claim_id: differing for claim_id, differing in found.items() if differing}


# Checks, sources, figures, names


def test_every_source_that_a_paragraph_names_exists(documents):
    named = {
        slug
        for document in documents.values()
        for paragraph in document.paragraphs
        for slug in paragraph.sources
    }

    assert named, "no paragraph names a source"
    assert not named - _slugs(documents)


def test_every_paragraph_of_the_article_has_a_name_of_its_own_and_a_source(documents):
    article = documents["en", "article"]
    paragraphs = [paragraph for paragraph in article.paragraphs if paragraph.kind != "heading"]
    names = [paragraph.name for paragraph in paragraphs]

    assert not [_text(article, p) for p in paragraphs if not (p.name and p.sources)]
    assert len(set(names)) == len(names)


def test_every_claim_names_sources_that_exist(documents, claims):
    missing = {claim.claim_id: set(claim.sources) - _slugs(documents) for claim in claims}

    assert not {claim_id: slugs for claim_id, slugs in missing.items() if slugs}


def test_every_claim_names_a_paragraph_of_the_article(documents, claims):
    names = {
        paragraph.name for paragraph in documents["en", "article"].paragraphs if paragraph.name
    }

    assert not {claim.claim_id: claim.paragraph for claim in claims if claim.paragraph not in names}


def test_there_are_at_least_60_checks_each_with_an_id_of_its_own_and_texts_in_every_language(
    claims,
):
    empty = [
        c.claim_id
        for c in claims
        for texts in (c.text, c.note)
        if not all(texts[name].strip() for name in LANGUAGES)
    ]

    assert len({claim.claim_id for claim in claims}) == len(claims) >= 60
    assert not empty


def test_there_are_at_least_40_sources_of_80_to_300_english_words(documents):
    texts = {slug: documents["en", f"sources/{slug}"].text for slug in _slugs(documents)}

    assert len(texts) >= 40
    assert not {
        slug: len(text.split())
        for slug, text in texts.items()
        if not 80 <= len(text.split()) <= 300
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paragraph_of_a_profile_has_a_name_of_its_own_and_a_source(documents, language):
    profiles = [documents[language, document_id] for document_id in _profiles(documents)]
    paragraphs = [(profile, paragraph) for profile in profiles for paragraph in profile.paragraphs]
    names = [paragraph.name for _, paragraph in paragraphs]

    assert len(profiles) >= 40
    assert not [
        _text(profile, paragraph)
        for profile, paragraph in paragraphs
        if not (paragraph.name and paragraph.sources)
    ]
    assert len(set(names)) == len(names)


def test_every_profile_has_40_to_200_english_words(documents):
    texts = {document_id: documents["en", document_id].text for document_id in _profiles(documents)}

    assert not {
        name: len(text.split())
        for name, text in texts.items()
        if not 40 <= len(text.split()) <= 200
    }


def test_every_figure_has_all_its_columns(figures):
    bad = [
        row
        for row in figures
        if None in row
        or None in row.values()
        or not all(row[name].strip() for name in REQUIRED_COLUMNS)
    ]

    assert figures, "figures.csv has no rows"
    assert not bad


def test_every_figure_stands_in_the_english_text_of_its_document(documents, figures):
    wrong = []
    for row in figures:
        document = documents.get(("en", row["document_id"]))
        number = Number(
            Fraction(row["value"]) * UNITS.get(row["unit"], 1),
            "percent" if row["unit"] == "percent" else "",
        )
        if document is None or number not in _numbers(document.text, "en"):
            lack = f"does not say {number}" if document else "does not exist"
            wrong.append(
                f"{row['subject']}, {row['metric']}, {row['year']}: {row['document_id']} {lack}"
            )

    assert not wrong, "\n".join(wrong)


def test_a_spelling_belongs_to_one_name_only():
    owners = defaultdict(set)
    for number, name in enumerate(read_glossary([CORPUS]).names):
        for spelling in name.all_spellings:
            owners[spelling.casefold()].add(number)

    assert owners, "the glossary is empty"
    assert not [spelling for spelling, numbers in owners.items() if len(numbers) > 1]


# Our own words


def _runs(text: str) -> Iterator[str]:
    words = re.findall(r"\w+", text.lower())
    return (" ".join(words[at : at + RUN_LENGTH]) for at in range(len(words) - RUN_LENGTH + 1))


def _german_texts(documents: dict[tuple[str, str], Document]) -> Iterator[tuple[str, str]]:
    """(where, text) of all that is German: documents with their audit, and all files whole, as titles stand there too."""
    yield "audit", documents["de", "audit"].text
    for path in sorted([*(CORPUS / "de").rglob("*.md"), *CORPUS.glob("*.toml")]):
        yield path.name, path.read_text(encoding="utf-8")


def test_no_eight_words_of_the_original_stand_in_our_german_texts(documents):
    lines = (HERE / "original-runs.txt").read_text(encoding="utf-8").splitlines()
    original = {line for line in lines if not line.startswith("#")}
    texts = {
        **dict(_german_texts(documents)),
        "facts.toml": (HERE / "facts.toml").read_text(encoding="utf-8"),
    }
    copied = [
        f"{where}: {run}"
        for where, text in texts.items()
        for run in _runs(text)
        if hashlib.sha256(f"citechat {run}".encode()).hexdigest()[:10] in original
    ]

    assert len(original) > 1500, "original-runs.txt lacks its lines"
    assert not copied, "\n".join(copied)


# All that the article says


def test_there_are_at_least_90_facts():
    assert len(FACTS) >= 90


def test_every_named_paragraph_of_the_article_has_a_fact(documents):
    names = {
        paragraph.name for paragraph in documents["en", "article"].paragraphs if paragraph.name
    }

    assert {fact["paragraph"] for fact in FACTS} == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_stands_in_a_sentence_of_its_paragraph(documents, language):
    article = documents[language, "article"]
    paragraphs = {
        paragraph.name: _text(article, paragraph)
        for paragraph in article.paragraphs
        if paragraph.name
    }
    missing = []
    for fact in FACTS:
        text = paragraphs[fact["paragraph"]]
        sentences = [text[start:end] for start, end in sentence_spans(text)]
        if not any(re.search(fact[language], sentence) for sentence in sentences):
            missing.append(f"{fact['paragraph']}: {fact[language]}\n  {text}")

    assert not missing, "\n".join(missing)
