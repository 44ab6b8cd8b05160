"""A text without some of it."""

from citechat.language.cut_out import blanked_out, cut_out, cut_out_mentions, cut_out_names
from citechat_ingest import Glossary, Name

NORDEN = Name("place", {"en": "Norden", "de": "Norden", "zh": "北城"})


def test_each_span_leaves_a_space_or_as_many_as_it_is_long():
    mentions = Glossary((NORDEN,)).mentions("Norden, not Norden")

    assert cut_out("Norden, not Norden", mentions) == " , not  "
    assert blanked_out("Norden, not Norden", mentions) == "      , not       "


def test_a_name_is_cut_out_in_each_spelling():
    assert cut_out_names("In norden (北城)?", [NORDEN]) == "In   ( )?"


def test_of_several_names_only_those_asked_for_are_cut_out():
    suden = Name("place", {"en": "Suden", "de": "Suden", "zh": "南城"})
    glossary = Glossary((NORDEN, suden))

    assert cut_out_mentions("Norden or Suden", [suden], glossary) == "Norden or  "
