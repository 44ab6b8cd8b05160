"""What says too little alone."""

import pytest

from histories import first_reading


@pytest.mark.parametrize(
    ("asked", "question", "language", "first"),
    [
        (
            "How many boats does Norden have?",
            "did it overtake Osten?",
            "en",
            "did Norden overtake Osten?",
        ),
        (
            "Wie viele Boote hat Norden?",
            "hat es Osten überholt?",
            "de",
            "hat Norden Osten überholt?",
        ),
        ("北城有多少艘船？", "超过东城了吗？", "zh", "北城超过东城了吗？"),
    ],
)
def test_what_points_back_beside_a_name_of_its_own_keeps_the_thread(
    asked, question, language, first
):
    assert first_reading(question, language, asked, "So. [1]") == first
