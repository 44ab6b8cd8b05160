"""What a question presumes of a thing, held against the thing's profile."""

from __future__ import annotations

from pathlib import Path

import pytest

from citechat import CiteChat, Settings
from citechat.index.opening import Index
from citechat.plans.claims.presumed_relation import deny_presumed, statements
from citechat.testing import LetterCountEmbedder
from quoting import findings_of, leads, query_of, quote_of, quoted

NAMES = {
    ("Lampworks", "Lampenwerk", "灯塔公司"): "company",
    ("Seagroup", "Seegruppe", "海上集团"): "company",
    ("Glow", "Glimmer", "萤火"): "product",
    ("Norden", "Norden", "诺登"): "place",
    ("Southam", "Südheim", "南城"): "place",
    ("Midshire", "Mittelland", "中州"): "place",
    ("Quayside", "Kaiviertel", "码头区"): "place",
    ("Old Lane", "Altgasse", "老巷"): "place",
    ("Ada Holm", "Ada Holm", "霍尔姆"): "person",
    ("Bo Lund", "Bo Lund", "伦德"): "person",
}
PROFILES = {
    "en": {
        "Lampworks": "Lampworks is a maker of lamps in Norden, founded by Ada Holm.",
        "Seagroup": "Seagroup builds ships in Southam.",
        "Quayside": "Quayside is a district of Southam.",
        "Old Lane": "Old Lane is a street in Norden.",
        "Glow": "Glow is a lamp by Lampworks. Glow is liked. Glow outshines what Seagroup has.",
    },
    "de": {
        "Lampenwerk": "Lampenwerk ist ein Hersteller in Norden, gegründet von Ada Holm.",
        "Glimmer": "Glimmer ist eine Lampe von Lampenwerk.",
    },
    "zh": {
        "灯塔公司": "灯塔公司是诺登的企业，由霍尔姆创办。",
        "萤火": "萤火是灯塔公司的一款灯。",
    },
}
KINDS = '[kind]\ncity = ["Norden", "Southam"]\nprovince = ["Midshire"]\n'


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("presumed")
    corpus = folder / "corpus"
    for language, profiles in PROFILES.items():
        for number, (title, text) in enumerate(profiles.items()):
            path = corpus / language / "profiles" / f"{number}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            head = f"---\ntitle: {title}\nrole: profile\n---\n"
            path.write_text(f"{head}\n{text}\n", encoding="utf-8")
    entries = [
        f'[[name]]\nkind = "{kind}"\nen = "{en}"\nde = "{de}"\nzh = "{zh}"\n'
        for (en, de, zh), kind in NAMES.items()
    ]
    (corpus / "glossary.toml").write_text("".join(entries), encoding="utf-8")
    (corpus / "figures.toml").write_text(KINDS, encoding="utf-8")
    head = "subject,metric,value,unit,year,said_by,document_id,note\n"
    (corpus / "figures.csv").write_text(head, encoding="utf-8")
    settings = Settings(corpus=corpus, index_dir=folder / "index")
    return CiteChat(settings, embedder=LetterCountEmbedder()).index


@pytest.mark.parametrize(
    ("question", "language", "lead"),
    [
        ("Why did Seagroup create Glow?", "en", "Not Seagroup:"),
        ("Is Glow a Seagroup product?", "en", "Not Seagroup:"),
        ("Why is Lampworks based in Southam?", "en", "Not Southam:"),
        ("Why did Bo Lund found Lampworks?", "en", "Not Bo Lund:"),
        ("Was Lampworks founded by Seagroup?", "en", "Not Seagroup:"),
        ("Why is Lampworks based in Quayside?", "en", "Not Quayside:"),
        ("Since Lampworks is from Southam, who runs it?", "en", "Not Southam:"),
        ("Lampworks is in Southam, who runs it?", "en", "Not Southam:"),
        ("Da Lampenwerk aus Südheim kommt, wer leitet es?", "de", "Nicht Südheim:"),
        ("既然灯塔公司来自南城，谁创办了它？", "zh", "不是南城："),
        ("Warum hat Seegruppe Glimmer entwickelt?", "de", "Nicht Seegruppe:"),
        ("Wieso sitzt Lampenwerk in Südheim?", "de", "Nicht Südheim:"),
        ("Wurde Lampenwerk von Bo Lund gegründet?", "de", "Nicht Bo Lund:"),
        ("海上集团为什么推出萤火？", "zh", "不是海上集团："),
        ("灯塔公司总部为什么在南城？", "zh", "不是南城："),
        ("伦德什么时候创办了灯塔公司？", "zh", "不是伦德："),
    ],
)
def test_the_profile_names_another(question: str, language: str, lead: str, index: Index) -> None:
    said = deny_presumed(query_of(question, language, index), index)

    assert leads(said) == [lead]
    assert len(quoted(said)) == 1


@pytest.mark.parametrize(
    ("question", "language", "lead"),
    [
        ("How did Southam get rich with Lampworks?", "en", "Not Southam:"),
        ("Wie wurde Südheim mit Lampenwerk reich?", "de", "Nicht Südheim:"),
        ("南城是怎么靠灯塔公司富起来的？", "zh", "不是南城："),
    ],
)
def test_a_place_that_leans_on_a_company_of_another(
    question: str, language: str, lead: str, index: Index
) -> None:
    beside = quote_of("Lamps.", language=language)
    findings = findings_of(question, beside, language=language, index=index)

    assert leads(statements(findings)) == [lead]


def test_a_place_may_lean_on_a_company_that_is_told_of_beside_it(index: Index) -> None:
    together = quote_of("Lampworks lights Southam.")
    findings = findings_of("How did Southam get rich with Lampworks?", together, index=index)

    assert not statements(findings)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        pytest.param("Why did Lampworks create Glow?", "en", id="it is so"),
        pytest.param("Why is Lampworks based in Norden?", "en", id="it sits there"),
        pytest.param("Why is Lampworks based in Midshire?", "en", id="a province is no other city"),
        pytest.param("Why is Lampworks based in Old Lane?", "en", id="a street of its own city"),
        pytest.param("Since Lampworks is from Norden, who runs it?", "en", id="granted rightly"),
        pytest.param("Why does Seagroup buy Glow?", "en", id="whose it is, is not asked"),
        pytest.param("Why did Lampworks buy back its own Glow?", "en", id="its own"),
        pytest.param("Why did Seagroup and Lampworks build ships?", "en", id="both did it"),
        pytest.param("Warum bauten Seegruppe und Lampenwerk Schiffe?", "de", id="both in German"),
        pytest.param("海上集团和灯塔公司为什么造船？", "zh", id="both in Chinese"),
        pytest.param("Who at Seagroup created Glow?", "en", id="asks who"),
        pytest.param("Why did Bo Lund found Seagroup?", "en", id="no founder is known"),
        pytest.param("Is Lampworks based in Southam or Norden?", "en", id="asks which"),
        pytest.param("Wo hat Seegruppe Glimmer entwickelt?", "de", id="asks where"),
        pytest.param("海上集团的谁研发了萤火？", "zh", id="asks who in Chinese"),
    ],
)
def test_nothing_else_is_denied(question: str, language: str, index: Index) -> None:
    assert not deny_presumed(query_of(question, language, index), index)
