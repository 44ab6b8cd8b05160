"""What a text holds of words."""

from citechat.language.held_words import held_words


def test_a_stem_counts_as_one_and_the_part_of_a_compound_as_less():
    held = held_words("Die Leuchttürme von Norden", "de")

    assert held.worth("leuchtturm") == 1.0
    assert 0.0 < held.worth("leuchtturmwart") < 1.0
    assert held.worth("bäckerei") == 0.0


def test_the_share_of_some_words_is_their_count_over_them_and_all_of_none():
    held = held_words("Norden has 300 lamps", "en")

    assert held.count(["lamp", "300", "ship"]) == 2.0
    assert held.share(["lamp", "300", "ship", "sea"]) == 0.5
    assert held.share([]) == 1.0
    assert held.lacking(["lamp", "ship"]) == ["ship"]
