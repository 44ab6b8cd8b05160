"""Which plan is tried when.

A plan gets what was found for a question and gives the statements of an answer, or none where it
does not apply. The groups of ``ORDER`` are tried one after another, and so are the plans of each:
the first that has something to say, says it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ..retrieval.asked.expected import is_expected
from . import enough_to_answer, fact, profiled_parts, reason
from .claims import no_such_event, presumed_of_another, presumed_relation, yes_or_no
from .figures import (
    compared,
    given_numbers,
    largest_amount,
    ranking,
    table_rows,
    told_difference,
    units,
)
from .lists import (
    aspects,
    complement,
    each,
    faq,
    listing,
    numbered_item,
    places_of_a_row,
    saying_not,
    section,
    whole_list,
)
from .names import (
    age,
    authors_opinion,
    mentioned_in_article,
    metaphor,
    name_not_told,
    origin,
    own_sentences,
    profile,
    saying,
    somebodys_opinion,
    spelled_out,
)
from .statements import Findings, Plan, Statement, first_of

# What a name is: told by the document that is its profile.
PROFILES: tuple[Plan, ...] = (presumed_relation.statements, origin.statements, profile.statements)

# Told from the words of the question alone: tried before anything is looked up.
FROM_THE_QUESTION: tuple[Plan, ...] = (
    metaphor.statements,
    mentioned_in_article.statements,
    *PROFILES,
)

# Told by sentences of a kind, where one was found: so clear a kind needs no more evidence.
BY_THEIR_KIND: tuple[Plan, ...] = (
    *FROM_THE_QUESTION,
    mentioned_in_article.not_in_article,
    own_sentences.statements,
    somebodys_opinion.statements,
    presumed_of_another.statements,
    presumed_relation.of_a_time,
    table_rows.statements,
)

# Told where what was found is evidence enough: what is special before what is general. The last one
# always tells something.
WITH_EVIDENCE: tuple[Plan, ...] = (
    complement.statements,
    numbered_item.statements,
    largest_amount.statements,
    places_of_a_row.statements,
    units.statements,
    told_difference.statements,
    compared.statements,
    ranking.statements,
    faq.statements,
    whole_list.statements,
    listing.statements,
    reason.statements,
    fact.statements,
)

# Told where it is not: by a heading, a count or figures that explain every word of the question.
WITHOUT_EVIDENCE: tuple[Plan, ...] = (
    section.statements,
    numbered_item.named,
    units.of_given,
    whole_list.named,
    listing.counted,
    units.of_the_table,
    ranking.set_side_by_side,
    presumed_relation.statements,
    origin.statements,
    profile.told_broadly,
)


def always(_: Findings) -> bool:
    """Of every question."""
    return True


def asks_the_author(findings: Findings) -> bool:
    """Of one for what the author of the article holds of something."""
    return findings.asks_author


def asks_the_documents(findings: Findings) -> bool:
    """Of all others."""
    return not findings.asks_author


@dataclass(frozen=True)
class Group:
    """Plans for the questions that ``are_asked``. Where the group ``settles`` them no later one is
    tried, and where its plans have nothing to say the documents have no answer."""

    plans: tuple[Plan, ...]
    are_asked: Callable[[Findings], bool] = always
    settles: bool = False


def _refused_where(is_no_answer: Callable[[Findings], bool]) -> Group:
    """A group in which nothing is told, for the questions to which what was found is no answer, unless
    the best sentence is expected to be asked just that."""

    def is_refused(findings: Findings) -> bool:
        if not findings.quotes or not is_no_answer(findings):
            return False
        return not is_expected(findings.query, findings.quotes[0])

    return Group((), is_refused, settles=True)


def _of_parts(findings: Findings) -> Sequence[Statement]:
    told = profiled_parts.statements(findings, PROFILES)
    return told if enough_to_answer.gives_the_attribute(told, findings) else ()


def _with_evidence(findings: Findings) -> Sequence[Statement]:
    answered = tuple(part.quotes for part in findings.found_for_parts if part.is_answerable)
    of_parts = replace(findings, parts=answered if len(answered) > 1 else ())
    return enough_to_answer.given(first_of(WITH_EVIDENCE, of_parts), findings)


ORDER: tuple[Group, ...] = (
    # Known by their form: nothing else will do, and where there is no sentence of that form,
    # nothing is said.
    Group((age.statements,), age.is_asked, settles=True),
    Group((spelled_out.statements, *BY_THEIR_KIND), spelled_out.is_asked, settles=True),
    # Put together of several sentences: one alone would not answer.
    Group((given_numbers.statements, compared.worked_out_of, complement.of_those_offered)),
    Group((aspects.statements, each.statements), asks_the_documents),
    # Of a kind that is told so.
    Group((metaphor.statements, saying.statements, saying_not.told_not_to_be_first)),
    Group((authors_opinion.statements,), asks_the_author),
    Group(BY_THEIR_KIND, asks_the_documents),
    # Of what the documents do not tell, though a sentence looks like it.
    Group((no_such_event.statements,), no_such_event.is_asked, settles=True),
    _refused_where(compared.is_lacking),
    _refused_where(complement.is_open),
    _refused_where(enough_to_answer.is_of_something_else),
    Group((name_not_told.statements,), name_not_told.is_asked, settles=True),
    # All others.
    Group((_of_parts,)),
    Group((_with_evidence,), enough_to_answer.is_answered, settles=True),
    Group(WITHOUT_EVIDENCE),
)
# They want other sentences than those of a profile, which is why none is told at once.
_NOT_AT_ONCE = (
    age.is_asked,
    aspects.is_asked,
    compared.asks_for_working,
    saying_not.asks_what_is_not_first_in,
)


def make_plan(findings: Findings) -> Sequence[Statement]:
    """The statements of an answer; nothing where the documents have none. Whether something is so
    may be settled by a sentence that answers nothing else, and who runs a firm is least of all who
    founded it."""
    told = _by_order(findings) or yes_or_no.settling(findings)
    return told or origin.founder_for_the_head(findings)


def _by_order(findings: Findings) -> Sequence[Statement]:
    for group in ORDER:
        if group.are_asked(findings):
            told = first_of(group.plans, findings)
            if told or group.settles:
                return told
    return ()


def told_at_once(findings: Findings) -> Sequence[Statement]:
    """What the words of the question are enough for; ``findings`` need no quotes."""
    if any(is_asked(findings) for is_asked in _NOT_AT_ONCE):
        return ()
    return first_of(FROM_THE_QUESTION, findings)
