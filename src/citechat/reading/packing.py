"""Token ids of what the reader reads: a question beside sentences, or a claim beside its source.

    [CLS] question [SEP] [unused1] sentence 1 [unused1] sentence 2 … [SEP]
    [CLS] claim [SEP] source [SEP]

The heads are given the mean of the question's tokens and of each sentence's; ``Packed`` says where they stand. Training
and answering share this file, so that the model meets at work what it met in training.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

PAD, MARKER, CLS, SEP = 0, 2, 101, 102

MAX_TOKENS = 192
"""The longest input; a window that would be longer is cut into several."""
MAX_QUESTION_TOKENS = 48
MAX_SENTENCE_TOKENS = 120
"""What a question or a sentence has beyond these is not read."""

INPUTS = ("input_ids", "attention_mask", "token_type_ids", "members")
"""The model's inputs, in the order of ``as_batch``."""

Ids = Sequence[int]
Batch = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]


class Packed(NamedTuple):
    """One input: its token ids, how many of them are the first segment, and where each sentence begins.

    A sentence ends where the next one begins, the last one before the closing [SEP]. A source is one sentence.
    """

    ids: tuple[int, ...]
    first_segment: int
    starts: tuple[int, ...]

    def spans(self) -> list[tuple[int, int]]:
        """From where to where question and sentences reach, the question first."""
        ends = [*self.starts[1:], len(self.ids) - 1]
        return [(0, self.first_segment), *zip(self.starts, ends, strict=True)]


def room(question: Ids) -> int:
    """How many tokens the sentences of a window may take, their markers counted, beside this question."""
    return MAX_TOKENS - min(len(question), MAX_QUESTION_TOKENS) - 3


def size(sentence: Ids) -> int:
    """How many tokens a sentence takes in a window, its marker counted."""
    return 1 + min(len(sentence), MAX_SENTENCE_TOKENS)


def pack_window(question: Ids, sentences: Sequence[Ids]) -> Packed:
    """A question beside sentences that fit (``room``, ``size``)."""
    ids = [CLS, *question[:MAX_QUESTION_TOKENS], SEP]
    first_segment = len(ids)
    starts = []
    for sentence in sentences:
        starts.append(len(ids))
        ids += [MARKER, *sentence[:MAX_SENTENCE_TOKENS]]
    return Packed((*ids, SEP), first_segment, tuple(starts))


def pack_pair(claim: Ids, source: Ids) -> Packed:
    """A claim beside its source; the source gives way where both are too long."""
    claim = claim[:MAX_SENTENCE_TOKENS]
    source = source[: MAX_TOKENS - len(claim) - 3]
    ids = (CLS, *claim, SEP, *source, SEP)
    first_segment = len(claim) + 2
    return Packed(ids, first_segment, (first_segment,))


def as_batch(inputs: Sequence[Packed]) -> Batch:
    """Token ids, attention mask, segments, and which tokens are whose.

    The first three are of shape (inputs, longest input). The last is of shape (inputs, 1 + most sentences, longest
    input): a row for the question and one a sentence, with 1 / n at each of its n tokens.
    """
    longest = max(len(one.ids) for one in inputs)
    most = max(len(one.starts) for one in inputs)
    ids = np.full((len(inputs), longest), PAD, dtype=np.int64)
    mask = np.zeros_like(ids)
    segments = np.zeros_like(ids)
    members = np.zeros((len(inputs), 1 + most, longest), dtype=np.float32)
    for row, one in enumerate(inputs):
        ids[row, : len(one.ids)] = one.ids
        mask[row, : len(one.ids)] = 1
        segments[row, one.first_segment : len(one.ids)] = 1
        for number, (start, end) in enumerate(one.spans()):
            members[row, number, start:end] = 1 / max(end - start, 1)
    return ids, mask, segments, members
