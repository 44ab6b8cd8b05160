"""What a question asks for, and whether a sentence gives it.

A sentence may be about the thing that is asked about, in most of the question's words, and tell
something else of it. Each module knows one way of asking:

=================  ==========================================================  ================
module             a sentence answers where                                    asked of folders
=================  ==========================================================  ================
number_or_time.py  it holds a number, a time or a measure of the very thing    all
dates.py           it is of the year, month or day that is asked about         all
attribute.py       it tells what is asked of a thing: founder, price, staff    curated
degree.py          it says the degree, too: the richest, the first of a kind   curated
slot.py, slot_*    it fills what is left open: "which city", "who signed"      curated
words.py           its passage says all words that tell what is asked          without one
role.py            it says who founded something, or runs it, in any words     without one
thing.py           what is counted is known at all, and a price names a sum    without one
=================  ==========================================================  ================

``number_or_time.py``, ``attribute.py`` and ``slot.py`` also put the first of the best sentences
that answers before the others. What a question asks for by its form alone, in few types, is
``language/answer_types.py``'s to say.
"""
