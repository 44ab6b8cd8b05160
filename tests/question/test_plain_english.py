"""English as readers type it, in the words of documents."""

from __future__ import annotations

import pytest

from citechat.question.plain_english import in_plain_english, rightly_asked
from citechat_ingest import Glossary, Name

WHATS_UP = Name("company", {"en": "Whats Up", "de": "Whats Up", "zh": "你好"})


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("whats a lighthouse", "what is a lighthouse"),
        ("where are server farms?", "where are data centres?"),
        ("When was the very first fair?", "When was the first fair?"),
        ("Who calls the shots at Norden?", "who runs Norden?"),
        ("Who is in charge at Norden?", "who runs Norden?"),
        ("who uses tools that write or draw?", "who uses generative AI?"),
        ("who has had a go at baking?", "who used baking?"),
        ("who set up the bakery?", "who founded the bakery?"),
        ("In what year was it set up?", "In what year was it founded?"),
        ("since when does Norden exist?", "when was Norden founded?"),
        ("How long has Norden been around?", "when was Norden founded?"),
        ("Does Norden or the US have more?", "Does Norden or the United States have more?"),
        ("what part of the bread is rye", "what share of the bread is rye"),
        ("What part does rye play in bread?", "What part does rye play in bread?"),
        ("which bakerys bake", "which bakeries bake"),
        ("what's Norden's main strength?", "what is Norden's advantages?"),
        ("What are the strengths of Norden?", "What are the advantages of Norden?"),
        ("what does Norden have going for it?", "what are the advantages of Norden?"),
        ("What is the strength of the rope?", "What is the strength of the rope?"),
        ("how much of the bread is rye", "what share of the bread is rye"),
        ("which isnt lit when it comes to lamps", "which is not lit in lamps"),
        ("boats in feb 2025", "boats in February 2025"),
        ("Could you please tell me who owns the mill?", "who owns the mill?"),
        ("I was wondering, if I may, when the mill opens", "when the mill opens"),
        ("Would you mind telling me where it is?", "where it is?"),
        ("how cold is it in Norden", "what is the temperature in Norden"),
        ("what year did the mill float", "what year did the mill go public"),
        ("Can a ship float?", "Can a ship float?"),
        ("Tell me about the mill and who owns it", "Tell me about the mill and who owns it"),
        ("Could you compare the mills?", "Could you compare the mills?"),
        ("why is Norden number one in ships", "why is Norden first in ships"),
        ("How is the list put together?", "How is the list made up?"),
        ("tell us more", "tell us more"),
        ("How is a shop set up?", "How is a shop set up?"),
        ("Where is Norden?", "Where is Norden?"),
    ],
)
def test_spoken_words_become_written_ones(typed: str, written: str) -> None:
    assert in_plain_english(typed, Glossary()) == written


def test_a_name_stays_as_it_is() -> None:
    asked = "Where is Whats Up?"

    assert in_plain_english(asked, Glossary((WHATS_UP,))) == asked


def test_a_genitive_of_a_name_gets_its_apostrophe() -> None:
    names = Glossary((WHATS_UP, Name("place", {"en": "Norden", "de": "Norden", "zh": "诺登"})))

    assert in_plain_english("nordens ships", names) == "norden's ships"
    assert in_plain_english("the ships of norden", names) == "the ships of norden"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Wich bakery bakes?", "which bakery bakes?"),
        ("wat is rye", "what is rye"),
        ("wen is the fair", "when is the fair"),
        ("Which part of Angkor Wat is oldest?", "Which part of Angkor Wat is oldest?"),
        ("what was premier Wen is from", "what was premier Wen is from"),
        ("Wat Arun", "Wat Arun"),
    ],
)
def test_words_that_ask_may_be_mistyped(typed, written):
    assert rightly_asked(typed) == written
