"""The reader while it is trained: one encoder, two heads."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

RELATIONS = 3


class ReaderModel(nn.Module):
    """MiniLM with an answer head at every token (read at the markers) and an entailment head at [CLS].

    The word embeddings stay as they are: most words of a gloss are seldom met in training, and must keep their sense.
    """

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        hidden = encoder.config.hidden_size
        self.answer_head = nn.Linear(hidden, 1)
        self.entailment_head = nn.Sequential(
            nn.Linear(hidden, hidden), nn.Tanh(), nn.Linear(hidden, RELATIONS)
        )

    def forward(self, ids: Tensor, mask: Tensor, segments: Tensor) -> tuple[Tensor, Tensor]:
        """Answer logits of shape (inputs, tokens) and entailment logits of shape (inputs, 3)."""
        states = self.encoder(
            input_ids=ids, attention_mask=mask, token_type_ids=segments
        ).last_hidden_state
        return self.answer_head(states).squeeze(-1), self.entailment_head(states[:, 0])


def pretrained(folder: Path) -> ReaderModel:
    """A reader that has everything yet to learn, on the packaged MiniLM."""
    return ReaderModel(
        BertModel.from_pretrained(folder, add_pooling_layer=False, local_files_only=True)
    )


def tiny(vocabulary: int) -> ReaderModel:
    """A reader of one thin layer, for trying the whole way in seconds."""
    config = BertConfig(
        vocab_size=vocabulary,
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
    )
    return ReaderModel(BertModel(config, add_pooling_layer=False))


def answer_loss(logits: Tensor, labels: Tensor, owners: Tensor, windows: int) -> Tensor:
    """How wrong the answer logits of a batch are.

    The mean of two: each sentence by itself (a probability that means something), and the sentences of a window against
    one another and against "none of them", whose logit is 0 (the right one first).

    ``logits``, ``labels`` and ``owners`` have one entry a marker; an owner is the number of the marker's window.
    """
    alone = nn.functional.binary_cross_entropy_with_logits(logits, labels)
    exponents = logits.exp().clamp(max=1e6)
    everything = torch.ones(windows).index_add(0, owners, exponents)
    right = torch.zeros(windows).index_add(0, owners, exponents * labels)
    has_answer = torch.zeros(windows).index_add(0, owners, labels) > 0
    right = torch.where(has_answer, right, torch.ones(windows))
    together = (everything.log() - right.clamp(min=1e-9).log()).mean()
    return alone + 0.5 * together
