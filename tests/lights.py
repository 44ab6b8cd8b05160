"""A small corpus with all that there can be: an audited article, a source, figures, names."""

from __future__ import annotations

from pathlib import Path

ARTICLE = {
    "en": "# Lights\n\n## The lamp\n\nThe lamp of Norden is old & heavy. It shines 40 kilometres far.\n",
    "de": "# Lichter\n\n## Die Lampe\n\nDie Lampe von Norden ist alt & schwer. "
    "Sie leuchtet 40 Kilometer weit.\n",
    "zh": "# 灯\n\n## 灯光\n\n诺登的灯很旧&很重。灯光可达40公里。\n",
}
SOURCE = {
    "en": "Norden counted 1,500 ships in 2024. The lamp reaches 38 kilometres.\n",
    "de": "Norden zählte 2024 genau 1.500 Schiffe. Die Lampe reicht 38 Kilometer weit.\n",
    "zh": "诺登2024年有1500艘船。灯光可达38公里。\n",
}
# The article's sentence, and the audit's on it.
CLAIM = {
    "en": "It shines 40 kilometres far.",
    "de": "Sie leuchtet 40 Kilometer weit.",
    "zh": "灯光可达40公里。",
}
NOTE = {
    "en": "The survey says 38 kilometres.",
    "de": "Die Vermessung sagt 38 Kilometer.",
    "zh": "测量结果为38公里。",
}
CHECK = """[[claim]]
id = "reach"
paragraph = "lamp"
city = "Norden"
verdict = "refined"
sources = ["survey"]
[claim.claim]
en = "The lamp shines 40 kilometres far <b>."
de = "Die Lampe leuchtet 40 Kilometer weit <b>."
zh = "灯光可达40公里<b>。"
[claim.note]
en = "The survey says 38 kilometres."
de = "Die Vermessung sagt 38 Kilometer."
zh = "测量结果为38公里。"
"""
FIGURES = """subject,metric,value,unit,year,said_by,document_id,note
Norden,ships,1500,count,2024,<Survey>,sources/survey,
Norden,ships,10,count,1892,<Survey>,sources/survey,target
Süden,ships,3,count,2024,Ada Holm,nowhere,
"""
FIGURE_NAMES = """[metric]
ships = { en = "Ships", de = "Schiffe", zh = "船只" }
"""
GLOSSARY = """[[name]]
kind = "place"
en = "Norden"
de = "Norden"
zh = "诺登"
"""
# "missing" is a source that the corpus lacks.
_COMMENT = "<!-- paragraph: lamp; sources: survey, missing -->\n"
_ARTICLE_FRONT = "---\nrole: article\n---\n"
_FRONT = (
    "---\ntitle: The survey\npublisher: Survey Office (a branch)\npublished: 2024-06-01\n"
    "url: {url}\n---\n"
)
_ADDRESSES = {"en": "https://example.org/survey", "de": "javascript:alert(1)", "zh": ""}


def write_lights(root: Path) -> Path:
    """Write the corpus into ``root`` in three languages."""
    for language, article in ARTICLE.items():
        sources = root / language / "sources"
        sources.mkdir(parents=True)
        text = _ARTICLE_FRONT + article + _COMMENT
        (root / language / "article.md").write_text(text, encoding="utf-8")
        survey = _FRONT.format(url=_ADDRESSES[language]) + SOURCE[language]
        (sources / "survey.md").write_text(survey, encoding="utf-8")
    (root / "checks.toml").write_text(CHECK, encoding="utf-8")
    (root / "figures.csv").write_text(FIGURES, encoding="utf-8")
    (root / "figures.toml").write_text(FIGURE_NAMES, encoding="utf-8")
    (root / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    return root
