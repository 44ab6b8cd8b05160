"""What comes in is made clean and bounded at the door, in whatever form programs hand it over."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage, ToolMessage

from citechat import Answer, CiteChat, InputError, Settings
from citechat.question.follow_ups import contextualize_question
from citechat.question.tidying import tidy, tidy_count, tidy_history, tidy_question
from citechat.testing import LetterCountEmbedder
from citechat_ingest import Glossary, detect_language

KEEPER = "Who was the keeper of the lighthouse of Norden?"
LONGEST_WAIT = 2.0
# ``make fuzz`` tries ten thousand.
CASES = int(os.environ.get("CITECHAT_FUZZ", "1000"))
# Every character that JSON can bring, lone surrogates among them.
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=300)


@dataclass
class OpenAIMessage:
    """What that library's own messages look like from outside."""

    role: str
    content: Any


# The question


@pytest.mark.parametrize(
    "given",
    [
        KEEPER,
        KEEPER.encode(),
        b"\xef\xbb\xbf" + KEEPER.encode(),
        [{"type": "text", "text": KEEPER}],
        ["Who was the keeper", "of the lighthouse of Norden?"],
        [{"type": "image_url", "image_url": "…"}, {"type": "text", "text": KEEPER}],
        {"role": "user", "content": KEEPER},
        {"text": KEEPER, "files": []},
        HumanMessage(KEEPER),
        HumanMessage([{"type": "text", "text": KEEPER}]),
        OpenAIMessage("user", KEEPER),
        "  Who was the\n\n keeper\tof the lighthouse\u2028of\u3000Norden?\n",
        "Who was the kee\u00adper of the light\u200bhouse of\u2060 Norden?\ufeff",
        "Who\0was the keeper of the lighthouse of Norden?\ud83d",
        "\u202eWho was the keeper of the lighthouse of Norden\ufe0f?\u3164",
    ],
)
def test_a_question_is_read_as_what_it_means(given):
    assert tidy_question(given) == KEEPER


def test_two_halves_of_a_character_become_one():
    assert tidy("pool \ud83d\ude00 and \ude00 so") == "pool \N{GRINNING FACE} and so"


@pytest.mark.parametrize("given", [None, b"", [], "\0\u200b \u3000", "\ud800", [{"type": "file"}]])
def test_what_says_nothing_is_an_empty_question(small_chat, given):
    assert small_chat.answer(given).reason == "empty_question"
    assert small_chat.search(given) == []


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (5, "question is 5; give text"),
        (2.5, "question is 2.5; give text"),
        ({"a": 1}, "question is dict; give text"),
        ({"content": 5}, "question is dict; give text"),
        ([5], "question is 5; give text"),
        ([["why"]], "question is a list of lists; give text"),
        (object, "question is type; give text"),
        ([{"role": "user", "content": "x"}], "question is a list of messages; give the last"),
    ],
)
def test_a_question_that_is_no_text_is_refused_in_a_line(small_chat, given, says):
    for ask in (small_chat.answer, small_chat.search, small_chat.as_runnable().invoke):
        with pytest.raises(InputError) as caught:
            ask(given)
        assert str(caught.value).startswith(says)
        assert "\n" not in str(caught.value)


@pytest.mark.slow
def test_a_messy_question_gets_the_answer_of_the_plain_one(small_chat):
    messy = "Who was the kee\u00adper\0of\ud83d the\u2028light\u200bhouse of Norden?"

    assert small_chat.answer(messy) == small_chat.answer(KEEPER)
    assert small_chat.search(messy) == small_chat.search(KEEPER)
    assert small_chat.as_runnable().invoke(HumanMessage(messy)) == small_chat.answer(KEEPER)


# The history


@pytest.mark.parametrize(
    "entries",
    [
        [{"role": "user", "content": "Q"}, {"role": "assistant", "content": "A"}],
        [{"role": "user", "content": [{"type": "text", "text": "Q"}]}, ("ai", "A")],
        [("human", "Q"), ("assistant", "A")],
        [("Q", "A")],
        [["Q", "A"], [None, None]],
        [None, HumanMessage("Q"), AIMessage("A"), None],
        [
            SystemMessage("S"),
            HumanMessage(["Q"]),
            ToolMessage("T", tool_call_id="1"),
            AIMessage("A"),
        ],
        [OpenAIMessage("user", "Q"), OpenAIMessage("assistant", "A"), OpenAIMessage("tool", None)],
        [{"role": "user", "content": b"Q\0"}, {"role": "model", "content": " A\u200b\n"}],
        [{"role": "user", "content": " \u200b"}, {"role": "user", "content": "Q"}, ("Bot", "A")],
    ],
)
def test_a_history_is_read_as_what_it_means(entries):
    said = [{"role": "user", "content": "Q"}, {"role": "assistant", "content": "A"}]

    assert list(tidy_history(entries)) == said
    assert list(tidy_history(iter(entries))) == said
    assert tidy_history(None) == ()


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ("abc", "history is 'abc'; give a list of turns"),
        ({"role": "user", "content": "x"}, "history is dict; give a list of turns"),
        (5, "history is 5; give a list of turns"),
        (["abc"], "history[0] has the role NoneType; give user or assistant"),
        ([None, {"role": "robot", "content": "x"}], "history[1] has the role 'robot'; give user"),
        ([{"content": "x"}], "history[0] has the role NoneType; give user or assistant"),
        ([{"role": "user", "content": 5}], "history[0] is 5; give text"),
        ([("user", "a", "b")], "history[0] is tuple; give a role and a text"),
    ],
)
def test_a_history_that_is_none_is_refused_in_a_line(small_chat, entries, says):
    with pytest.raises(InputError) as caught:
        small_chat.answer("And the baker?", history=entries)

    assert str(caught.value).startswith(says)


def test_a_follow_up_is_understood_from_messages_as_from_plain_turns(small_chat):
    asked = "How far does the lamp of the lighthouse shine?"
    follow_up = "And how often does it turn?"
    plain = small_chat.answer(follow_up, [{"role": "user", "content": asked}])

    assert plain.answered
    assert small_chat.answer(follow_up, [HumanMessage(asked)]) == plain
    assert small_chat.answer(follow_up, [(asked, None)]) == plain
    parts = [{"type": "text", "text": asked}]
    assert small_chat.answer(follow_up, [{"role": "user", "content": parts}]) == plain


# Bounds


def took(work: Any) -> float:
    """Seconds that this thread computes: what others do on the machine does not count."""
    start = time.thread_time()
    work()
    return time.thread_time() - start


def test_turns_and_their_number_are_bounded_before_anything_looks_at_them():
    huge = [{"role": "user", "content": f"{n} " + "x" * 900_000} for n in range(50)]

    turns = tidy_history(huge)

    assert [turn["content"][:3].strip() for turn in turns] == [str(n) for n in range(44, 50)]
    assert max(len(turn["content"]) for turn in turns) == 2_000


def test_short_turns_are_bounded_by_their_number():
    turns = tidy_history([{"role": "user", "content": f"{n} " + "x" * 900} for n in range(50)])

    assert [turn["content"].split()[0] for turn in turns] == [str(n) for n in range(38, 50)]


def test_a_history_without_an_end_ends():
    def on_and_on():
        while True:
            yield ("user", "And then?")

    assert len(tidy_history(on_and_on())) == 12


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a" * 20_000_000, "question_too_long"),
        ("算\u200b" * 5_000_000, "question_too_long"),
        (" " * 20_000_000, "empty_question"),
    ],
    ids=["letters", "invisible", "blank"],
)
def test_a_question_of_many_megabytes_is_refused_at_once(small_chat, text, reason):
    small_chat.warm_up()

    assert took(lambda: small_chat.answer(text)) < LONGEST_WAIT
    assert small_chat.answer(text).reason == reason
    assert took(lambda: small_chat.search(text)) < LONGEST_WAIT


# Timed, and so without the lines being counted, which takes half as long again.
@pytest.mark.slow
@pytest.mark.parametrize("filler", ["and ", "[1]", "1.", "a.b", "'s ", *" \n,，;\u3000(「aß算"])
def test_no_run_of_anything_makes_a_question_or_a_turn_slow(small_chat, filler):
    run = "x" + filler * 20_000 + "y"
    small_chat.warm_up()

    turns = [{"role": "user", "content": run}] * 50
    assert took(lambda: small_chat.answer("And it?", turns)) < LONGEST_WAIT
    assert took(lambda: small_chat.answer(run[:1_990] + "?")) < LONGEST_WAIT
    assert took(lambda: small_chat.search(run)) < LONGEST_WAIT


def test_a_chain_of_follow_ups_does_not_grow_without_end():
    turns = [{"role": "user", "content": "And what about it? " * 50}] * 12

    asked = contextualize_question("And then?", tidy_history(turns), Glossary(()), "en")

    assert asked.endswith("And then?")
    assert len(asked) <= 2_000


@pytest.mark.parametrize(("given", "count"), [(8, 8), (0, 0), (-3, -3), (10**30, 100)])
def test_how_many_passages_is_bounded(small_chat, given, count):
    assert tidy_count(given) == count
    assert len(small_chat.search("lighthouse", k=given)) <= max(count, 0)


@pytest.mark.parametrize("given", ["x", "5", 2.5, None, True])
def test_a_number_of_passages_that_is_none_is_refused_in_a_line(small_chat, given):
    with pytest.raises(InputError, match=r"^k is .*; give a whole number up to 100$"):
        small_chat.search("lighthouse", k=given)


# Anything at all

ANY_ROLE = st.sampled_from(["user", "assistant", "human", "ai", "system", "tool"])
ANY_CONTENT = st.one_of(ANY_TEXT, st.none(), st.binary(max_size=50), st.lists(ANY_TEXT, max_size=3))
ANY_TURN = st.one_of(
    st.none(),
    st.tuples(ANY_ROLE, ANY_CONTENT),
    st.tuples(ANY_CONTENT, ANY_CONTENT),
    st.fixed_dictionaries({"role": ANY_ROLE, "content": ANY_CONTENT}),
)
ANY_HISTORY = st.lists(ANY_TURN, max_size=6)


@pytest.mark.slow
@settings(max_examples=CASES, deadline=None, database=None)
@given(question=ANY_CONTENT, history=ANY_HISTORY)
@example(question="\ud83d", history=[("user", "\udfff")])
def test_any_text_goes_through_the_door(question, history):
    start = time.thread_time()
    asked, turns = tidy_question(question), tidy_history(history)
    language = detect_language(asked) or "en"
    resolved = contextualize_question(asked, turns, Glossary(()), language)

    for text in (asked, resolved, *(turn["content"] for turn in turns)):
        text.encode("utf-8")
        assert tidy(text) == text.strip()
    assert time.thread_time() - start < LONGEST_WAIT


@pytest.fixture(scope="module")
def one_chat(tmp_path_factory) -> CiteChat:
    """A chat that all cases share: an index for each would take minutes."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "lighthouse.txt").write_text("The lighthouse was built in 1892 by Ada Holm.")
    (folder / "hafen.txt").write_text("Der Hafen von Norden hat 25 Liegeplätze für Boote.")
    where = Settings(corpus=folder, index_dir=tmp_path_factory.mktemp("index"))
    chat = CiteChat(where, embedder=LetterCountEmbedder())
    chat.warm_up()
    return chat


@pytest.mark.slow
@settings(
    max_examples=300,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(question=ANY_CONTENT, history=ANY_HISTORY)
@example(question="When was the light\ud83dhouse built?", history=[])
def test_any_question_gets_an_answer(one_chat, question, history):
    start = time.thread_time()
    *pieces, reply = one_chat.stream(question, history)
    one_chat.search(question)
    assert time.thread_time() - start < LONGEST_WAIT

    assert isinstance(reply, Answer)
    assert "".join(pieces) == reply.text
    assert all(piece.encode("utf-8") for piece in pieces)
