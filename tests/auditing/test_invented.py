"""Claims that nobody audited before, held against the shipped sources: how many verdicts agree?

Rules were mended by the first 56. Of the last 15 one mended a rule: "bought" is not "went public".
Who mends one by a disagreement on the others, writes new claims.
"""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from citechat import CiteChat, Settings
from citechat.auditing import audit_document
from citechat_ingest import Document, Paragraph, shipped_corpus

CLAIMS = tomllib.loads(Path(__file__).with_name("invented.toml").read_text("utf-8"))["claim"]
# In part counts as contradicted, as in tests/bench/audit.py.
VERDICTS = {
    "borne_out": "supported",
    "in_part": "contradicted",
    "contradicted": "contradicted",
    "not_found": "unconfirmed",
}
# So many of the 71 agree now; with the rules of before 53, 55 and 59 did.
AGREED = {"en": 56, "de": 59, "zh": 65}


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> CiteChat:
    """A chat over the shipped sources and names alone."""
    folder = tmp_path_factory.mktemp("sources")
    for language in AGREED:
        shutil.copytree(shipped_corpus() / language / "sources", folder / language)
    for beside in ("glossary.toml", "embeddings.npy"):
        shutil.copy(shipped_corpus() / beside, folder)
    return CiteChat(Settings(corpus=folder, index_dir=tmp_path_factory.mktemp("index")))


def claims_as_article(language: str) -> Document:
    """A text of nothing but the claims, one a paragraph."""
    text, paragraphs = "", []
    for claim in CLAIMS:
        paragraphs.append(Paragraph(len(text), len(text) + len(claim[language])))
        text += f"{claim[language]}\n\n"
    return Document("claims", language, "Claims", text, tuple(paragraphs))


@pytest.mark.slow
@pytest.mark.parametrize("language", AGREED)
def test_as_many_verdicts_as_ever_are_a_readers(sources, language):
    audited = audit_document(claims_as_article(language), sources).claims
    given = {claim.text: VERDICTS[claim.outcome] for claim in audited}

    others = [one for one in CLAIMS if given.get(one[language], "unconfirmed") != one["verdict"]]

    assert len(CLAIMS) - len(others) >= AGREED[language], others
