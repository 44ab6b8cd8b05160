"""What is alike in wording."""

from citechat.language.likeness import most_alike_first


def test_what_shares_more_words_comes_first_and_ties_keep_their_order():
    others = ["Who bakes bread?", "Who paints?", "When was the lighthouse built?"]

    assert most_alike_first("the lighthouse was built in 1892", others, "en") == [
        "When was the lighthouse built?",
        "Who bakes bread?",
        "Who paints?",
    ]


def test_pieces_of_german_compounds_count():
    others = ["Wer liest?", "Wie hoch ist der Leuchtturm?"]

    assert most_alike_first("Leuchttürme und Leuchtfeuer", others, "de")[0] == others[1]
