"""What stands within quotation marks."""

import pytest

from citechat.language.quotation_marks import quoted


@pytest.mark.parametrize("text", ['the "hand" of it', "die „hand“ davon", "它的「hand」"])
def test_what_is_quoted_is_found_without_its_marks(text):
    assert quoted(1, 24).findall(text) == ["hand"]


def test_it_is_neither_shorter_nor_longer_than_is_asked():
    assert not quoted(5).search('the "hand"')
    assert not quoted(1, 3).search('the "hand"')
