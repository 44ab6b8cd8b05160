"""Token ids of what the reader reads: a question beside sentences, or a claim beside its source.

    [CLS] question [SEP] [unused1] sentence 1 [unused1] sentence 2 … [SEP]
    [CLS] claim [SEP] source [SEP]

The answer head is read at each marker ``[unused1]``, the entailment head at ``[CLS]``. Training and answering share this
file, so that the model meets at work what it met in training.
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

Ids = Sequence[int]
Batch = NDArray[np.int64]


class Packed(NamedTuple):
    """One input: its token ids, how many of them are the first segment, and where its markers stand."""

    ids: tuple[int, ...]
    first_segment: int
    markers: tuple[int, ...]


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
    markers = []
    for sentence in sentences:
        markers.append(len(ids))
        ids += [MARKER, *sentence[:MAX_SENTENCE_TOKENS]]
    return Packed((*ids, SEP), first_segment, tuple(markers))


def pack_pair(claim: Ids, source: Ids) -> Packed:
    """A claim beside its source; the source gives way where both are too long."""
    claim = claim[:MAX_SENTENCE_TOKENS]
    source = source[: MAX_TOKENS - len(claim) - 3]
    ids = (CLS, *claim, SEP, *source, SEP)
    return Packed(ids, len(claim) + 2, ())


def as_batch(inputs: Sequence[Packed]) -> tuple[Batch, Batch, Batch]:
    """Token ids, attention mask and segments, each of shape (inputs, longest input)."""
    longest = max(len(one.ids) for one in inputs)
    ids = np.full((len(inputs), longest), PAD, dtype=np.int64)
    mask = np.zeros_like(ids)
    segments = np.zeros_like(ids)
    for row, one in enumerate(inputs):
        ids[row, : len(one.ids)] = one.ids
        mask[row, : len(one.ids)] = 1
        segments[row, one.first_segment : len(one.ids)] = 1
    return ids, mask, segments
