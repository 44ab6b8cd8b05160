"""The order of sentences for a follow-up."""

from __future__ import annotations

from citechat.retrieval.not_said_before import for_a_follow_up, only_unheard_reasons
from quoting import index_of, query_of, quote_of


def heard(sentence: str) -> list[dict[str, str]]:
    return [{"role": "assistant", "content": f"{sentence} [1]"}]


def test_a_sentence_with_the_name_of_the_follow_up_comes_first() -> None:
    norden, southam = quote_of("Norden has a lamp.", 2.0), quote_of("Southam has a lamp.", 1.0)
    query = query_of("Which town has a lamp? And Southam?")
    ordered = for_a_follow_up([norden, southam], query, "And Southam?", [], index_of().glossary)
    assert ordered == (southam, norden)


def test_what_was_said_comes_later_unless_it_holds_the_number_now_asked_for() -> None:
    said, new = quote_of("The lamp weighs 30 tons.", 2.0), quote_of("The lamp is old.", 1.0)
    history, glossary = heard("The lamp weighs 30 tons."), index_of(()).glossary
    query = query_of("How heavy is the lamp? Anything else?")
    again = for_a_follow_up([said, new], query, "Anything else?", history, glossary)
    assert again == (new, said)
    number = query_of("What about the lamp? How many tons?")
    kept = for_a_follow_up([said, new], number, "How many tons?", history, glossary)
    assert kept == (said, new)


def test_what_was_said_may_answer_a_follow_up_that_stands_alone() -> None:
    said, new = quote_of("Ann Lee built the lamp.", 2.0), quote_of("The lamp is old.", 1.0)
    history, glossary = heard("Ann Lee built the lamp."), index_of(()).glossary
    query = query_of("By whom was the lamp built?")

    assert for_a_follow_up([said, new], query, "By whom?", history, glossary) == (said, new)


def test_why_is_answered_by_a_reason_that_was_not_said() -> None:
    said = quote_of("The lamp is dark because of the war.", 3.0)
    plain, reason = quote_of("It is old.", 2.5), quote_of("Oil is scarce because of the war.", 2.0)
    history = heard(said.text)

    assert only_unheard_reasons([said, plain, reason], history) == (reason,)
    assert only_unheard_reasons([said, plain], history) == ()
    assert only_unheard_reasons([said, quote_of(reason.text, 0.0)], history) == ()
    assert only_unheard_reasons([said], []) == (said,)
