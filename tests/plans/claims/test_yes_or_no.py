"""A question whether something is so: the word that settles it, where the audit or the sentence does."""

from __future__ import annotations

import pytest

from citechat.plans import Statement
from citechat.plans.claims.yes_or_no import settling, with_yes_or_no
from citechat_ingest import AuditedClaim
from quoting import findings_of, index_of, leads, quote_of

CLAIM = {"en": "Norden has 40 lamps.", "de": "Norden hat 40 Lampen.", "zh": "诺登有40盏路灯。"}
NOTE = {
    "en": "The article counts 40 lamps in Norden: the survey says 38.",
    "de": "Der Artikel zählt in Norden 40 Lampen: die Vermessung sagt 38.",
    "zh": "文章说诺登有40盏路灯，测量结果为38盏。",
}
ASKED = {
    "en": "Is it true that Norden has 40 lamps?",
    "de": "Stimmt es, dass Norden 40 Lampen hat?",
    "zh": "诺登有40盏路灯，是真的吗？",
}


def answer(question: str, text: str, language: str = "en", *others: str, lead: str = "") -> str:
    quotes = [quote_of(one, language=language) for one in (text, *others)]
    findings = findings_of(question, *quotes, language=language)
    return leads(with_yes_or_no([Statement(quotes[0], lead)], findings))[0]


def answer_by_the_audit(question: str, verdict: str, language: str = "en") -> str:
    claim = AuditedClaim("lamps", "lamps", "Norden", verdict, ("survey",), CLAIM, NOTE)
    index = index_of(audited_claims=(claim,))
    note = quote_of(NOTE[language], language=language, role="audit", paragraph="lamps")
    findings = findings_of(question, note, language=language, index=index)
    return leads(with_yes_or_no([Statement(note)], findings))[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Yes:", "No:", "Not quite:"]),
        ("de", ["Ja:", "Nein:", "Nicht ganz:"]),
        ("zh", ["是的：", "不是：", "不完全是："]),
    ],
)
def test_the_audit_settles_the_claim_that_it_judges(language, words):
    verdicts = ("supported", "contradicted", "refined")

    found = [answer_by_the_audit(ASKED[language], verdict, language) for verdict in verdicts]

    assert found == words


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Is it true that Southam has 40 lamps?", id="another name"),
        pytest.param("Is it true that Norden has 50 lamps?", id="another number"),
        pytest.param("Is it not true that Norden has 40 lamps?", id="yes and no mean the same"),
        pytest.param("How many lamps does Norden really have?", id="asks for a number"),
    ],
)
def test_the_audit_settles_no_other_claim(question):
    assert answer_by_the_audit(question, "contradicted") == ""


def test_what_the_audit_leaves_open_is_not_settled():
    assert answer_by_the_audit(ASKED["en"], "unconfirmed") == ""


@pytest.mark.parametrize(
    ("question", "text", "language", "word"),
    [
        ("Did Norden build the harbour?", "Norden built its harbour in 1900.", "en", "Yes:"),
        ("Hat Norden den Hafen gebaut?", "Norden hat 1900 den Hafen gebaut.", "de", "Ja:"),
        ("诺登建了港口吗？", "诺登1900年建了港口。", "zh", "是的："),
        ("Does Norden publish a list?", "Norden does not publish a list.", "en", "No:"),
        ("Is it true that Norden has 40 lamps?", "Norden has 50 lamps.", "en", "No:"),
        ("Stimmt es, dass Norden 40 Lampen hat?", "Norden hat 50 Lampen.", "de", "Nein:"),
        ("诺登有40盏路灯，对吗？", "诺登有50盏路灯。", "zh", "不是："),
    ],
)
def test_a_sentence_settles_what_it_states_or_denies(question, text, language, word):
    assert answer(question, text, language) == word


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param(
            "Did Southam overtake Norden?", "Norden overtook Southam.", id="other way round"
        ),
        pytest.param("Did Norden always build ships?", "Norden built ships in 1900.", id="always"),
        pytest.param(
            "Did Norden build ships?", "Only Southam, not Norden, built ships.", id="only"
        ),
        pytest.param(
            "Does Norden have more ships than Southam?",
            "Norden and Southam have ships.",
            id="compares",
        ),
        pytest.param(
            "Did Norden sell its harbour?", "Norden built its harbour in 1900.", id="another verb"
        ),
        pytest.param(
            "Does Norden have over 40 lamps?", "Norden has under 40 lamps.", id="less, not more"
        ),
    ],
)
def test_a_sentence_that_does_not_say_it_settles_nothing(question, text):
    assert answer(question, text) == ""


def test_a_sentence_further_down_settles_what_the_first_leaves_open():
    told = [quote_of(text) for text in ("Norden has a harbour.", "Norden has 40 lamps.")]
    findings = findings_of(ASKED["en"], *told)

    [found] = with_yes_or_no([Statement(told[0])], findings)

    assert (found.lead, found.quote) == ("Yes:", told[1])
    assert leads(settling(findings)) == ["Yes:"]
    assert not settling(findings_of("How many lamps has Norden?", *told))


def test_a_correction_and_a_lead_that_is_there_come_after_it():
    assert (
        answer("Is the harbour in Southam?", "The harbour is in Norden.", lead="Not Southam:")
        == "No. Not Southam:"
    )
    assert (
        answer("Did Norden build ships?", "Norden built ships.", lead="The article says:")
        == "Yes. The article says:"
    )


def test_what_no_source_confirms_and_what_is_denied_of_part_is_not_so():
    assert (
        answer("Did Norden build the harbour?", "No source confirms that Norden built the harbour.")
        == ""
    )
    assert (
        answer("Did Ada Holm build the harbour?", "Ada Holm built a mill, but not the harbour.")
        == "No:"
    )


def test_a_question_that_only_has_names_is_settled_by_no_sentence_in_passing():
    assert answer("Is Ada Holm from Southam?", "Ada Holm met a friend of Southam.") == ""


def test_a_wish_is_answered_by_no_yes():
    assert answer("Nenne den Hafen von Norden", "Norden hat 1900 den Hafen gebaut.", "de") == ""
    # A noun that is written like a verb: "Summe", "summen".
    assert answer("Summe der Häfen von Norden?", "Norden hat 3 Häfen.", "de") == ""
