"""A question whether something is so: the word that settles it, where the audit or the sentence does."""

from __future__ import annotations

import pytest

from citechat.messages import say
from citechat.plans import Statement
from citechat.plans.claims.yes_or_no import settling, with_yes_or_no
from citechat.plans.statements import naming
from citechat_ingest import AuditedClaim, Name
from quoting import NAMES, findings_of, index_of, leads, quote_of, quoted

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


def say_of(word: str, language: str) -> str:
    return naming(say(word, language), language)


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


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Does every lane of Norden have 40 lamps?", id="more than is not so"),
        pytest.param("Norden and its 40 lamps in town, is that so?", id="of a few words"),
    ],
)
def test_what_is_not_so_is_not_so_of_all_either(question):
    assert answer_by_the_audit(question, "contradicted") == "No:"


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(
            "Is it true that Norden has more than 40 lamps?", id="more than the claim says"
        ),
        pytest.param("Is it true that only Norden has 40 lamps?", id="only"),
        pytest.param("Is it true that few of Norden's 40 lamps are lamps?", id="few"),
        pytest.param("Is it true that Norden is fourth with 40 lamps?", id="a place"),
    ],
)
def test_the_audit_settles_no_other_degree_of_it(question):
    assert answer_by_the_audit(question, "contradicted") == ""


def test_a_sentence_that_tells_both_gives_way_to_the_audit_s_word():
    claim = AuditedClaim("lamps", "lamps", "Norden", "contradicted", ("survey",), CLAIM, NOTE)
    both = quote_of("By the article, Norden has 40 lamps; by the survey, it has 38.")
    note = quote_of(NOTE["en"], role="audit", paragraph="lamps")
    findings = findings_of(ASKED["en"], both, note, index=index_of(audited_claims=(claim,)))

    statements = with_yes_or_no([Statement(both)], findings)

    assert leads(statements) == ["No:"]
    assert quoted(statements) == [NOTE["en"]]


def test_what_is_said_of_a_thing_is_not_said_of_one_s_own():
    told = "Norden gets a subsidy for registered boats."

    assert answer("Does Norden get a subsidy for registered boats?", told) == "Yes:"
    assert answer("Does Norden get a subsidy for its own registered boats?", told) == ""


@pytest.mark.parametrize(
    ("question", "language", "text", "word"),
    [
        ("Does Norden have more than 30 lamps?", "en", "Norden has more than 40 lamps.", "Yes:"),
        ("Hat Norden mehr als 30 Lampen?", "de", "Norden hat 20 Lampen.", "Nein:"),
        ("诺登有超过30盏路灯吗？", "zh", "诺登有40盏路灯。", "是的："),
        ("Does Norden have more than 50 lamps?", "en", "Norden has more than 40 lamps.", ""),
        ("Is every harbour of Norden lit?", "en", "Norden is a harbour that is lit.", ""),
        ("诺登的船是不是全在南城？", "zh", "诺登的船在南城。", ""),
    ],
)
def test_more_or_less_than_a_number_is_settled_by_the_number(question, language, text, word):
    assert answer(question, text, language) == word


def test_what_is_told_of_another_settles_nothing():
    told = "Southam has 40 lamps, and its harbour is lit."

    assert answer("does Norden have 40 lamps, and is its harbour lit?", told) == ""


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("The article says Norden has 40 lamps. Is there anything to that?", "en"),
        ("Der Artikel sagt, Norden hat 40 Lampen. Ist da was dran?", "de"),
    ],
)
def test_whose_word_it_is_is_no_part_of_what_is_asked(question, language):
    assert answer_by_the_audit(question, "contradicted", language) in ("No:", "Nein:")


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


@pytest.mark.parametrize(
    ("question", "text", "language"),
    [
        (
            "Does the price of Norden include the lamps?",
            "The price of Norden comes on top of 40 crowns for the lamps.",
            "en",
        ),
        (
            "Do the counts of Norden include boats?",
            "The counts of Norden are of ships only and leave out boats.",
            "en",
        ),
        (
            "Sind im Preis von Norden die Lampen schon enthalten?",
            "Der Preis von Norden kommt zu 40 Kronen für die Lampen hinzu.",
            "de",
        ),
        (
            "Zählt Norden auch Boote mit?",
            "Norden zählt nur Schiffe und lässt Boote weg.",
            "de",
        ),
        ("诺登的价格包含路灯吗？", "诺登的价格之外，路灯另付40元。", "zh"),
        ("诺登的统计包括小船吗？", "诺登的统计只算大船，不含小船。", "zh"),
    ],
)
def test_what_is_left_out_or_comes_on_top_is_not_included(question, text, language):
    assert answer(question, text, language) == say_of("no", language)


def test_what_is_left_out_beside_what_is_asked_settles_nothing():
    text = "The counts of Norden are of ships only and leave out boats."

    assert answer("Do the counts of Norden include ships?", text) == ""


@pytest.mark.parametrize(
    ("question", "text", "language", "word"),
    [
        ("Wasn't Ada Holm at the harbour?", "Ada Holm was at the harbour.", "en", "Yes:"),
        ("War Ada Holm nicht auch am Hafen?", "Ada Holm war am Hafen.", "de", "Doch:"),
        ("霍尔姆不是来港口了吗？", "霍尔姆是来港口的人。", "zh", "是的："),
        ("War Ada Holm auch da?", "Ada Holm saß ebenfalls im Saal.", "de", "Ja:"),
        ("Did Ada Holm speak?", "The speakers were Ada Holm and a guest.", "en", "Yes:"),
        ("Hat Ada Holm geredet?", "Redner waren Ada Holm und ein Gast.", "de", "Ja:"),
        ("霍尔姆讲话了吗？", "发言者是霍尔姆和一位客人。", "zh", "是的："),
    ],
)
def test_a_not_that_expects_a_yes_and_a_deed_told_by_its_doer_are_settled(
    question, text, language, word
):
    assert answer(question, text, language) == word


def test_a_name_of_two_words_alone_says_no_verb():
    assert answer("Did Ada Holm speak at the meeting?", "Ada Holm came to the meeting.") == ""


def test_the_audit_settles_no_question_for_the_most_by_a_claim_of_less():
    for language, question in (
        ("en", "Is it true that Norden has the most lamps, 40?"),
        ("de", "Stimmt es, dass Norden mit 40 die meisten Lampen hat?"),
        ("zh", "诺登的40盏路灯是不是最多？"),
    ):
        assert answer_by_the_audit(question, "supported", language) == ""


@pytest.mark.parametrize(
    ("question", "text", "language", "word"),
    [
        (
            "Does Norden have more lamps than Southam?",
            "Norden has 40 lamps and Southam 30.",
            "en",
            "Yes:",
        ),
        (
            "Does Norden have fewer lamps than Southam?",
            "Norden has 40 lamps and Southam 30.",
            "en",
            "No:",
        ),
        (
            "Hat Norden mehr Lampen als Südheim?",
            "Norden hat 30 Lampen und Südheim 40.",
            "de",
            "Nein:",
        ),
        ("诺登的路灯比南城多吗？", "诺登有40盏路灯，南城有30盏。", "zh", "是的："),
        (
            "Does Norden have more lamps than Southam?",
            "Norden has 40 lamps and Southam 30, by different counts.",
            "en",
            "",
        ),
    ],
)
def test_whether_one_has_more_is_settled_by_the_numbers_of_both(question, text, language, word):
    assert answer(question, text, language) == word


def test_who_is_not_among_all_that_are_named_is_none_of_them():
    names = [
        Name("person", dict.fromkeys(("en", "de", "zh"), name)) for name in ("Ida", "Ole", "Pia")
    ]
    index = index_of(names=(*NAMES, *names))
    listing = quote_of("Speakers at the meeting were Ida, Ole and Pia.")
    about = quote_of("Ada Holm came to the meeting, too.")
    for question in (
        "Was Ada Holm one of the speakers at the meeting?",
        "Wasn't Ada Holm among the speakers?",
    ):
        findings = findings_of(question, about, listing, index=index)
        found = with_yes_or_no([Statement(about)], findings)

        assert (leads(found), quoted(found)) == (["No:", ""], [listing.text, about.text])
    some = quote_of("Ida, Ole and Pia were among the speakers at the meeting.")
    findings = findings_of("Was Ada Holm one of the speakers?", about, some, index=index)
    assert leads(with_yes_or_no([Statement(about)], findings)) == [""]


def test_a_follow_up_that_is_read_along_is_settled_by_what_it_asks_itself():
    told = quote_of("Redner im Hafen waren Ada Holm und ein Gast.", language="de")
    findings = findings_of("War Ada Holm auch da?", told, language="de")
    present = quote_of("Ada Holm saß im Saal.", language="de")

    assert leads(with_yes_or_no([Statement(present)], findings, "Wer sprach im Hafen?")) == ["Ja:"]
    # A name alone says nothing that a sentence could settle.
    bare = findings_of("And Norden?", quote_of("Norden has 40 lamps."))
    assert leads(with_yes_or_no([Statement(bare.quotes[0])], bare, "Who has lamps?")) == [""]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("How much more has Norden than Southam?", "en"),
        ("Wie viel mehr hat Norden als Südheim?", "de"),
        ("多多少", "zh"),
    ],
)
def test_by_how_much_alone_asks_for_no_yes(question, language):
    assert answer(question, "Norden has 40 lamps and Southam 30.", language) == ""


def test_a_thing_of_the_field_is_asked_in_short():
    firm = Name(
        "concept", {"en": "private company", "de": "Privatfirma", "zh": "民营企业"}, ("民企",)
    )
    index = index_of(names=(*NAMES, firm))
    told = quote_of("诺登是民营企业。", language="zh")
    findings = findings_of("诺登是民企吗？", told, language="zh", index=index)

    assert leads(with_yes_or_no([Statement(told)], findings)) == [say_of("yes", "zh")]
