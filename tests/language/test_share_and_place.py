"""Whether sentences hold the share, or the place, that is asked for."""

import pytest

from citechat.language.share_and_place import lacks_share_or_place


@pytest.mark.parametrize(
    ("question", "lacking", "holding"),
    [
        (
            "by how many percent did it fall?",
            "Acme lost 9 million.",
            "The share fell by 17 percent.",
        ),
        ("um wie viel Prozent fiel sie?", "Acme verlor 9 Millionen.", "Sie fiel um 17 Prozent."),
        ("跌了百分之几？", "顶点公司损失900万。", "股价下跌17%。"),
        ("占北城全部企业的多少？", "顶点公司有38家店。", "占北城企业的60%。"),
        ("What place does Acme hold?", "Norden has 38 firms.", "Acme came in at place 414."),
        (
            "Auf welchem Rang steht Acme?",
            "Norden hat 38 Firmen.",
            "Acme steht auf dem dritten Platz.",
        ),
        ("顶点公司排第几？", "北城有38家企业。", "顶点公司排在第414位。"),
    ],
)
def test_no_other_number_tells_a_share_or_a_place(question, lacking, holding):
    assert lacks_share_or_place(question, [lacking])
    assert not lacks_share_or_place(question, [lacking, holding])


def test_what_asks_for_neither_lacks_neither():
    assert not lacks_share_or_place("How many boats does Norden have?", ["Norden has boats."])


@pytest.mark.parametrize(
    ("question", "in_the_country", "in_the_world"),
    [
        ("and worldwide?", "Acme is third in Landia.", "Acme is third in the world market."),
        ("und weltweit?", "Acme ist Dritter in Landia.", "Acme ist Dritter im Weltmarkt."),
        ("那全球呢？", "顶点公司在陆国排第三。", "顶点公司全球排第三。"),
    ],
)
def test_what_is_asked_of_the_world_is_told_of_no_country(question, in_the_country, in_the_world):
    assert lacks_share_or_place(question, [in_the_country])
    assert not lacks_share_or_place(question, [in_the_world])
