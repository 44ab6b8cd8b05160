"""Faults that readers of this and of other systems reported, with their own inputs, told by the
answers that are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from citechat import CiteChat, Settings
from citechat.index.packaged_embedder import PackagedEmbedder

POOL = "Das Schwimmbad öffnet um sieben Uhr. Die Sauna schließt um zehn Uhr.\n"
FAQ = (
    "# FAQ\n\n**Q: How long can I keep a book?**\nA: Four weeks.\n\n"
    "**Q: What does a card cost?**\nA: 15 euros a year for adults.\n"
)
FRAGEN = (
    "# Häufige Fragen\n\nFrage: Wie lange darf ich ein Buch behalten?\nAntwort: Vier Wochen.\n\n"
    "Frage: Was kostet ein Ausweis?\nAntwort: 15 Euro im Jahr für Erwachsene.\n"
)
WENTI = "# 常见问题\n\n问：一本书可以借多久？\n答：四个星期。\n\n问：办一张借书证多少钱？\n答：成人每年15元。\n"
HTML = (
    "# FAQ of the pool\n\n<details>\n<summary>Can I bring a dog?</summary>\n"
    "Dogs may not enter the pool.\n</details>\n\n<p>Adults pay nine euros.</p>\n\n"
    "<table>\n<tr><td>Locker</td><td>2 euros</td></tr>\n</table>\n\nBring a towel.\n"
)
TRIP = (
    "# Trip\n\n## Guide: Rosa Lima\n\nCall her if you are lost.\n\n"
    "## Departure: 3 June, 6:15, platform 4\n\nBring a warm jacket.\n"
)
CONCERT = "The concert takes place on 12 June in the town hall.\n---\nTickets are free.\n"
RULE = "---\n\nThe pool opens at seven.\n\n---\n\nThe sauna opens at nine.\n"
HOURS = (
    "# Opening hours\n\n| Day | Hours |\n|---|---|\n"
    "| Monday<br>Tuesday | 7:00<br>20:00 |\n| Sunday | closed |\n"
)
LAMPS = (
    "# Lamps\n\n| Lamp | Price | Warranty |\n|---|---|---|\n"
    "| Lumo M | 49 euros | 2 years |\n| Lumo XL | 129 euros | 5 years |\n"
)
WIKI = (
    "The pool opened in 1962.[1] It was closed in 1990.[2][3] It reopened in 2004 with a slide.\n"
)

# name → (files, question, answer)
ANSWERED: dict[str, tuple[dict[str, str], str, str]] = {
    "an empty file": (
        {"bad.md": POOL, "leer.md": ""},
        "Wer ist der Hausmeister?",
        "Dazu sagen die Dokumente nichts.",
    ),
    "beside an empty file": (
        {"bad.md": POOL, "leer.md": ""},
        "Wann öffnet das Schwimmbad?",
        "Das Schwimmbad öffnet um sieben Uhr. [1]",
    ),
    "a list of questions": (
        {"faq.md": FAQ},
        "How long can I keep a book?",
        "Four weeks. [1]",
    ),
    "a list of questions, German": (
        {"a.txt": FRAGEN},
        "Was kostet ein Ausweis?",
        "15 Euro im Jahr für Erwachsene. [1]",
    ),
    "a list of questions, Chinese": (
        {"a.txt": WENTI},
        "一本书可以借多久？",
        "四个星期。 [1]",
    ),
    "a summary in HTML": (
        {"faq.md": HTML},
        "Can I bring a dog to the pool?",
        "Dogs may not enter the pool. [1]",
    ),
    "a paragraph in HTML": (
        {"faq.md": HTML},
        "How much do adults pay?",
        "Adults pay nine euros. [1]",
    ),
    "a fact in a heading": ({"trip.md": TRIP}, "Who is the guide?", "Guide: Rosa Lima [1]"),
    "a time in a heading": (
        {"trip.md": TRIP},
        "When is the departure?",
        "Departure: 3 June, 6:15, platform 4 [1]",
    ),
    "a rule right below": (
        {"concert.md": CONCERT},
        "When does the concert take place?",
        "The concert takes place on 12 June in the town hall. [1]",
    ),
    "a rule first": ({"rule.md": RULE}, "When does the pool open?", "The pool opens at seven. [1]"),
    "soft hyphens": (
        {"satz.md": "Die Ver\u00adtrags\u00adstrafe beträgt 500 Euro.\n"},
        "Wie hoch ist die Vertrags\u00adstrafe?",
        "Die Vertragsstrafe beträgt 500 Euro. [1]",
    ),
    "a line break in a cell": (
        {"hours.md": HOURS},
        "When are the opening hours on Monday?",
        "Day: Monday, Tuesday | Hours: 7:00, 20:00 [1]",
    ),
    "a column": (
        {"lamps.md": LAMPS},
        "How long is the warranty of the Lumo XL?",
        "Lamp: Lumo XL | Price: 129 euros | Warranty: 5 years [1]",
    ),
    "notes behind a stop": ({"wiki.md": WIKI}, "When did the pool open?", "in 1962.[1] [1]"),
    "a folder named as a language": (
        {"de/bad.md": POOL, "guide.md": "The cafe opens at six.\n"},
        "When does the cafe open?",
        "The cafe opens at six. [1]",
    ),
}


@pytest.mark.model
@pytest.mark.parametrize(("files", "question", "right"), ANSWERED.values(), ids=ANSWERED)
def test_the_right_answer_is_given(
    tmp_path: Path,
    embedder: PackagedEmbedder,
    files: dict[str, str],
    question: str,
    right: str,
) -> None:
    for name, text in files.items():
        path = tmp_path / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    settings = Settings(corpus=tmp_path / "corpus", index_dir=tmp_path / "index")

    reply = CiteChat(settings, embedder=embedder).answer(question)

    assert reply.text.endswith(right)
