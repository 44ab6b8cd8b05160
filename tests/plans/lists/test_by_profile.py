"""Which of several that a question offers is not of the place that it names, as their profiles tell."""

from __future__ import annotations

import pytest

from citechat.index.opening import Index
from citechat.plans.lists.by_profile import told_by_its_profile
from profiled import index_of_profiles
from quoting import findings_of, quote_of, quoted

PROFILES = {
    "Anker": "Anker is a yard in Norden. Anker builds boats.",
    "Brise": "Brise is a yard in Norden, founded in 1990.",
    "Kiel": "Kiel is a yard in Southam.",
}
NAMES = {"Anker": "company", "Brise": "company", "Kiel": "company", "Bug": "company"}
PLACES = {"Norden": "place", "Southam": "place"}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("offered")
    return index_of_profiles(folder, {"en": PROFILES}, NAMES | PLACES)


def answer(question: str, index: Index) -> list[str]:
    return quoted(told_by_its_profile(findings_of(question, quote_of("A yard."), index=index)))


@pytest.mark.parametrize(
    "question",
    [
        "Which of these is not a yard of Norden: Anker, Brise, Kiel?",
        "Anker, Brise or Kiel: who is not from Norden?",
    ],
)
def test_the_one_of_another_place_is_told_by_its_profile(question: str, index: Index) -> None:
    assert answer(question, index) == ["Kiel is a yard in Southam."]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Anker, Brise or Kiel: who is not from Southam?", id="more than one is not"),
        pytest.param("Anker, Brise or Bug: who is not from Norden?", id="one has no profile"),
        pytest.param("Anker, Brise or Kiel: who builds no boats?", id="no name is asked for"),
    ],
)
def test_nothing_is_told_where_the_profiles_leave_it_open(question: str, index: Index) -> None:
    assert answer(question, index) == []
