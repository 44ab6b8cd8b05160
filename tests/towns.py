"""A small corpus of towns that count their mills, and findings made of all its sentences."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from citechat import CiteChat, Settings
from citechat.index.opening import Index
from citechat.plans import Findings
from citechat.retrieval.query import make_query
from citechat.retrieval.selection import Quote
from citechat.testing import LetterCountEmbedder

TEXTS = {
    "en": {
        "survey": "In 2024 Norden had 40 mills, by the count of the survey. Süden had 25 mills in 2024. "
        "Westen had 9 mills in 2024.",
        "chronicle": "The chronicle gives Süden 60 mills for 2024.",
        "trade": "The trade of Norden came to 3 billion yuan in 2024. The harbour pool has 5,000 P.",
    },
    "de": {
        "survey": "Norden hatte 2024 nach der Zählung des Amts 40 Mühlen. Süden hatte 2024 genau 25 Mühlen. "
        "Westen hatte 2024 nur 9 Mühlen.",
        "chronicle": "Die Chronik gibt für 2024 in Süden 60 Mühlen an.",
        "trade": "Der Handel von Norden belief sich 2024 auf 3 Milliarden Yuan. Der Hafen hat 5.000 P.",
    },
    "zh": {
        "survey": "诺登2024年有40座磨坊，据测量局统计。苏登2024年有25座磨坊。韦斯滕2024年有9座磨坊。",
        "chronicle": "编年史称苏登2024年有60座磨坊。",
        "trade": "诺登2024年的贸易额为30亿元。港口拥有5000P。",
    },
}
FIGURES = """subject,metric,value,unit,year,said_by,document_id,note
Norden,mills,40,count,2024,Survey,survey,
Süden,mills,25,count,2024,Survey,survey,
Westen,mills,9,count,2024,Survey,survey,
Süden,mills,60,count,2024,Chronicle,chronicle,
Norden,trade,3,billion yuan,2024,Chamber,trade,
"""
NAMES = """[metric]
mills = { en = "Mills", de = "Mühlen", zh = "磨坊" }
trade = { en = "Trade", de = "Handel", zh = "贸易额" }
[asked_as]
mills = { en = ["grinding works"], de = ["Mahlwerke"], zh = ["磨面 坊"] }
[kind]
city = ["Norden", "Süden", "Westen"]
"""
GLOSSARY = "\n".join(
    f'[[name]]\nkind = "place"\nen = "{name}"\nde = "{name}"\nzh = "{chinese}"'
    for name, chinese in (("Norden", "诺登"), ("Süden", "苏登"), ("Westen", "韦斯滕"))
)


def towns_index(root: Path) -> Index:
    """The corpus written into ``root`` and indexed there."""
    corpus = root / "towns"
    for language, documents in TEXTS.items():
        (corpus / language).mkdir(parents=True)
        for name, text in documents.items():
            (corpus / language / f"{name}.md").write_text(f"# {name}\n\n{text}\n", encoding="utf-8")
    (corpus / "figures.csv").write_text(FIGURES, encoding="utf-8")
    (corpus / "figures.toml").write_text(NAMES, encoding="utf-8")
    (corpus / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    settings = Settings(corpus=corpus, index_dir=root / "index")
    return CiteChat(settings, embedder=LetterCountEmbedder()).index


def findings(question: str, language: str, index: Index, best: str = "") -> Findings:
    """All sentences of a language as found for a question, that with ``best`` in it first."""
    query = make_query(question, language, np.zeros(26, dtype=np.float32), index)
    quotes = [
        Quote(passage, number, 0.0, number, 1.0)
        for passage in index.store.all_passages(language)
        for number in range(len(passage.sentences))
    ]
    ordered = sorted(quotes, key=lambda quote: not best or best not in quote.text)
    return Findings(query, tuple(ordered), index, question=question)


def told(statements: object) -> list[str]:
    """Each statement as a reader sees it: own words, then the quote."""
    return [
        " ".join(filter(None, (s.lead, s.quote.text if s.quote else "")))
        for s in statements  # type: ignore[attr-defined]
        if s.lead or s.quote
    ]
