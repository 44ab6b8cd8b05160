"""Follow-ups about documents of any kind, whose names no glossary knows: a fresh question behind an opening
word is asked alone, and what leans on the question before finds what is asked now."""

from __future__ import annotations

from pathlib import Path

import pytest

from citechat import CiteChat, Settings
from citechat.index.packaged_embedder import PackagedEmbedder

LAMPS = {
    "en": (
        "# Lamps\n\n| Lamp | Price | Warranty |\n|---|---|---|\n"
        "| Lumo M | 49 euros | 2 years |\n| Lumo XL | 129 euros | 5 years |\n"
    ),
    "de": (
        "# Lampen\n\n| Lampe | Preis | Garantie |\n|---|---|---|\n"
        "| Lumo M | 49 Euro | 2 Jahre |\n| Lumo XL | 129 Euro | 5 Jahre |\n"
    ),
    "zh": (
        "# 灯具\n\n| 灯具 | 价格 | 保修 |\n|---|---|---|\n"
        "| 流明M | 49欧元 | 2年 |\n| 流明XL | 129欧元 | 5年 |\n"
    ),
}
CLUB = {
    "en": (
        "# The lamp club\n\nThe summer party of the club is on 14 June. The treasurer of the club is Ines Vogel. "
        "She has held the office since 2019. The yearly fee is 30 euros. Children pay 10 euros a year.\n"
    ),
    "de": (
        "# Der Lampenverein\n\nDas Sommerfest des Vereins ist am 14. Juni. Kassiererin des Vereins ist Ines Vogel. "
        "Sie hat das Amt seit 2019. Der Jahresbeitrag beträgt 30 Euro. Kinder zahlen 10 Euro im Jahr.\n"
    ),
    "zh": (
        "# 灯具协会\n\n协会的夏季聚会在6月14日举行。协会的财务主管是王芳。她从2019年起担任这一职务。"
        "协会的年费是30欧元。儿童每年交10欧元。\n"
    ),
}

TALKS = [
    # (language, questions, what opens the answer to each but the first)
    (
        "en",
        ("What does the Lumo M cost?", "And when is the party?", "But who is the treasurer?"),
        ("The summer party of the club is on 14 June.", "The treasurer of the club is Ines Vogel."),
    ),
    (
        "en",
        (
            "What does the Lumo M cost?",
            "And the Lumo XL?",
            "What is its warranty?",
            "and the fee?",
            "and for children?",
        ),
        (
            "Lamp: Lumo XL | Price: 129 euros",
            "Lamp: Lumo XL | Price: 129 euros | Warranty: 5 years",
            "The yearly fee is 30 euros.",
            "Children pay 10 euros a year.",
        ),
    ),
    (
        "de",
        ("Was kostet die Lumo M?", "Und wann ist das Sommerfest?", "Aber wer ist die Kassiererin?"),
        ("Das Sommerfest des Vereins ist am 14. Juni.", "Kassiererin des Vereins ist Ines Vogel."),
    ),
    (
        "de",
        (
            "Was kostet die Lumo M?",
            "Und die Lumo XL?",
            "Wie lange ist ihre Garantie?",
            "und der Jahresbeitrag?",
        ),
        (
            "Lampe: Lumo XL | Preis: 129 Euro",
            "Lampe: Lumo XL | Preis: 129 Euro | Garantie: 5 Jahre",
            "Der Jahresbeitrag beträgt 30 Euro.",
        ),
    ),
    (
        "zh",
        ("流明M多少钱？", "那聚会是什么时候？", "那财务主管是谁？"),
        ("协会的夏季聚会在6月14日举行。", "协会的财务主管是王芳。"),
    ),
    (
        "zh",
        ("流明M多少钱？", "那流明XL呢？", "保修几年？", "年费呢？"),
        (
            "灯具：流明XL | 价格：129欧元",
            "灯具：流明XL | 价格：129欧元 | 保修：5年",
            "协会的年费是30欧元。",
        ),
    ),
]


@pytest.fixture(scope="module")
def chats(tmp_path_factory: pytest.TempPathFactory) -> dict[str, CiteChat]:
    embedder = PackagedEmbedder()
    made = {}
    for language in LAMPS:
        folder: Path = tmp_path_factory.mktemp(language)
        (folder / "lamps.md").write_text(LAMPS[language], encoding="utf-8")
        (folder / "club.md").write_text(CLUB[language], encoding="utf-8")
        settings = Settings(corpus=folder, index_dir=tmp_path_factory.mktemp(f"{language}-index"))
        made[language] = CiteChat(settings, embedder=embedder)
    return made


@pytest.mark.parametrize(
    ("language", "questions", "openings"), TALKS, ids=[" > ".join(asked) for _, asked, _ in TALKS]
)
def test_each_is_answered_as_if_it_were_asked_in_full(chats, language, questions, openings):
    history: list[dict[str, str]] = []
    said = []
    for question in questions:
        answer = chats[language].answer(question, history=history)
        history += [
            {"role": "user", "content": question},
            {"role": "assistant", "content": answer.text},
        ]
        said.append(answer.text)

    for text, opening in zip(said[1:], openings, strict=True):
        assert text.startswith(opening)
