"""Which reading of a follow-up is tried when.

A follow-up is first taken for what can be only one thing; then for what a word or a name of it makes
likely, in the order of ``_precise``; at last for the question before with a name or a year exchanged, or
with all of it read along. A reading is "" where the follow-up is none of its kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citechat_ingest import Glossary

from ...language.share_and_place import asks_share
from .along import along, of_that_place
from .asking_again import asked_why, which_of_those_counted, with_its_interrogative
from .attribute import of_another_attribute
from .corrected import what_was_meant
from .counted import how_many_of_them, how_many_there
from .counted_by import by_another_count
from .exchanged_name import (
    of_another_a_turn_earlier,
    of_the_one_counted_off,
    replace_name,
    replace_place_by_the_world,
)
from .its_like import in_place_of_its_kind, in_place_of_its_like
from .last_word import by_a_part, such_a_thing_there, what_is_that
from .leaning import leans, may_stand_alone, says_nothing_of_what
from .of_the_group import of_the_group
from .opening import without_opening
from .others import of_the_other, of_the_others, which_not
from .pointers import put_in_place
from .ranking import another_place, in_the_ranking, next_in_the_row
from .set_beside import beside_another, of_the_other_alone
from .share import of_another_in_the_same
from .side_by_side import both_of_them, of_both, of_those_named
from .source import as_another_says_too, by_another_source
from .subject import (
    IS_THERE_ONE,
    of_one_more_place,
    of_the_concept,
    of_the_subject,
    with_subject,
)
from .the_answer import asks_of_the_answer, of_the_answer
from .the_opposite import the_opposite
from .the_rest import the_rest
from .turns import Turn
from .which_one import how_many_of_that_one, named_instead_of_which
from .who_else import who_else
from .why import asks_only_why
from .years import ASKS_OF_A_YEAR, at_that_time, in_the_year_before, replace_year

_MOST_READINGS = 4
# What two questions of the usual length make together, and more.
_LONGEST = 2_000


@dataclass(frozen=True)
class FollowUp:
    """A question, also without its opening words, after the last turn and the one before it."""

    question: str
    bare: str
    last: Turn
    earlier: Turn
    glossary: Glossary
    language: str


def readings_after(
    question: str, last: Turn, earlier: Turn, glossary: Glossary, language: str
) -> list[str]:
    """The readings after two turns, the likeliest first."""
    if last.asked:
        question = at_that_time(what_was_meant(question, language), last, language)
    widest = widest_reading(question, last, glossary, language)
    if not last.asked or len(question) > _LONGEST:
        return [widest]
    if asks_only_why(question):
        again = asked_why(last, language)
        read_along = f"{last.asked} {question}"
        return distinct([widest, again, read_along])
    bare = without_opening(question)
    follow_up = FollowUp(question, bare, last, earlier, glossary, language)
    only = _only_one(follow_up)
    if only:
        return [only]
    precise = _precise(follow_up)
    if any(precise):
        return distinct([*precise, widest])
    if widest == question:
        return distinct([*_of_what_is_unsaid(follow_up), widest])
    if _is_exchanged(widest, question):
        return distinct([widest])
    return distinct(_read_along(follow_up, widest))


def widest_reading(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question with all that was asked before it, or said, where it leans on that."""
    if asks_only_why(question) and last.answer:
        return f"{question.rstrip(' ?？!！.。')}: {last.first_sentence}"
    return _resolved(question, last, glossary, language)


def distinct(candidates: Sequence[str]) -> list[str]:
    """The first few readings, each once, without those that are too long to be asked."""
    fitting = [text for text in candidates if text and len(text) <= _LONGEST]
    return list(dict.fromkeys(fitting))[:_MOST_READINGS]


def _only_one(asked: FollowUp) -> str:
    """The reading of a follow-up that can mean nothing else."""
    question, bare, last = asked.question, asked.bare, asked.last
    glossary, language = asked.glossary, asked.language
    return (
        # "how many of the six have a seat there?"
        of_the_group(bare, last, glossary, language)
        # "which ones not?", "and the other cities?"
        or which_not(question, last, language)
        or of_the_others(question, last, glossary, language)
        # "does the article say so too?"
        or as_another_says_too(bare, last, glossary, language)
        # "where is Norden?" after a ranking
        or in_the_ranking(question, last, glossary, language)
        # "and the fourth?" after the first three
        or another_place(question, last, language)
        # "who else?"
        or who_else(question, last, language)
        # "who is right behind it?" after the first
        or next_in_the_row(question, last, language)
    )


def _precise(asked: FollowUp) -> list[str]:
    """The readings that a word or a name of a follow-up makes likely: what is special before what is
    general, for what is said beside a name is not to be lost with it."""
    question, bare, last, earlier = asked.question, asked.bare, asked.last, asked.earlier
    glossary, language = asked.glossary, asked.language
    return [
        # The question before, with one part of it exchanged.
        replace_year(last.asked, question, language) if ASKS_OF_A_YEAR.match(bare) else "",
        the_rest(question, last, language),
        the_opposite(question, last, glossary, language),
        by_another_count(question, last, language),
        by_another_source(question, last, glossary, language),
        beside_another(question, last, glossary, language),
        of_the_other_alone(question, last, glossary, language),
        in_place_of_its_kind(question, last, glossary, language),
        in_the_year_before(question, last, language),
        of_the_other(question, last, earlier, glossary, language),
        how_many_of_that_one(bare, last, glossary, language),
        of_another_in_the_same(question, last, glossary, language),
        # Several that were asked about or named, before one that "they" and "it" may point to.
        of_both(question, last, earlier, glossary, language),
        which_of_those_counted(bare, last, language),
        with_its_interrogative(bare, last, language),
        both_of_them(bare, last, earlier, glossary, language),
        of_those_named(bare, last, glossary, language),
        how_many_of_them(bare, last, glossary, language),
        how_many_there(bare, last, glossary, language),
        # "What share is that?" is of the answer, and of no thing that "that" points to.
        of_the_answer(question, last),
        # What a word points to, in that word's place.
        what_is_that(bare, last, glossary, language),
        *such_a_thing_there(bare, last, glossary, language),
        of_the_one_counted_off(bare, last, earlier, glossary, language),
        *put_in_place(bare, last, earlier, glossary, language),
        by_a_part(bare, last, glossary, language),
        of_that_place(question, last, glossary),
        # Where nothing points: what a bare name or noun leaves unsaid.
        of_one_more_place(question, last, glossary, language),
        of_the_concept(bare, last, glossary, language),
        of_another_attribute(question, last, glossary, language),
        of_another_a_turn_earlier(question, last, earlier, glossary, language),
    ]


def _of_what_is_unsaid(asked: FollowUp) -> list[str]:
    """A question that could stand alone, but does not say of what it asks: of what was spoken of."""
    if not says_nothing_of_what(asked.question, asked.glossary, asked.language):
        return []
    return with_subject(asked.bare, asked.last, asked.glossary, asked.language)[:1]


def _read_along(asked: FollowUp, widest: str) -> list[str]:
    """A follow-up that only leans: of what was spoken of, read along with the question before, alone."""
    bare, last = asked.bare, asked.last
    glossary, language = asked.glossary, asked.language
    of_it = of_the_subject(bare, last, glossary, language)
    # One there may be of what was said, before one of the thing itself: "is there a successor?".
    if IS_THERE_ONE.match(bare):
        of_it = [widest, *with_subject(bare, last, glossary, language)]
    alone = [bare] if not of_it and may_stand_alone(bare, language) else []
    # "By how many percent did it fall?" sets nothing side by side.
    is_share = asks_share(bare) and not of_it and not asks_of_the_answer(bare)
    at_last = with_subject(bare, last, glossary, language) if is_share else []
    return [*of_it, widest, *alone, *at_last]


def _resolved(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question before with a year or a name of the follow-up in place, or both questions read along."""
    before = last.asked
    if not before or not leans(question, glossary, language):
        return question
    dated = replace_year(before, question, language)
    if dated:
        return dated
    replaced = replace_name(before, question, glossary, language)
    replaced = replaced or in_place_of_its_like(question, before, language)
    replaced = replaced or replace_place_by_the_world(before, question, glossary)
    named = replaced or named_instead_of_which(before, question, glossary, language)
    joined = named or along(question, last)
    # A chain of follow-ups would grow without end: past this length the new question stands alone.
    return joined if len(joined) <= _LONGEST else question


def _is_exchanged(resolved: str, question: str) -> bool:
    """Whether a name or a year took another's place, so that nothing is left to be read along."""
    return not resolved.endswith(question)
