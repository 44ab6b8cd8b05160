"""Those that are left of some."""

import pytest

from histories import first_reading


@pytest.mark.parametrize(
    ("question", "language", "asked", "first"),
    [
        (
            "and which four are left?",
            "en",
            "Which of the six are not in Norden?",
            "Which of the six are in Norden?",
        ),
        (
            "which are left?",
            "en",
            "Which of the six were not in Norden?",
            "Which of the six were in Norden?",
        ),
        (
            "which two remain?",
            "en",
            "Which of the six are in Norden?",
            "Which of the six are not in Norden?",
        ),
        (
            "welche vier bleiben übrig?",
            "de",
            "Welche der sechs sitzen nicht in Norden?",
            "Welche der sechs sitzen in Norden?",
        ),
        (
            "welche zwei bleiben?",
            "de",
            "Welche der sechs sitzen in Norden?",
            "Welche der sechs sitzen nicht in Norden?",
        ),
        ("剩下的四家是谁？", "zh", "六家里哪几家不在北城？", "六家里哪几家在北城？"),
        ("剩下的两家是谁？", "zh", "六家里哪些在北城？", "六家里哪些不在北城？"),
    ],
)
def test_the_rest_is_asked_for_by_the_denial_of_the_question_before(
    question, language, asked, first
):
    assert first_reading(question, language, asked, "Acme, Brio. [1]") == first
