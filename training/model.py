"""The reader while it is trained: one encoder, two heads."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

RELATIONS = 3
# How the heads begin: by the cosine of question and sentence alone, as the packaged model was trained to be compared.
_FIRST_SCALE, _FIRST_BIAS = 6.0, -3.0


class ReaderModel(nn.Module):
    """MiniLM, which reads question and sentences in one pass, with an answer head and an entailment head.

    Both heads are given the mean of the question's tokens and the mean of a sentence's tokens, which the packaged model
    was trained to compare; that is why they learn from few examples. The word embeddings stay as they are: most words of
    a gloss are seldom met in training, and must keep their sense.
    """

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        hidden = encoder.config.hidden_size
        self.answer_head = _head(4 * hidden, hidden, 1)
        self.entailment_head = _head(5 * hidden, hidden, RELATIONS)
        self.scale = nn.Parameter(torch.tensor(_FIRST_SCALE))
        self.bias = nn.Parameter(torch.tensor(_FIRST_BIAS))

    def forward(
        self, ids: Tensor, mask: Tensor, segments: Tensor, members: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Answer logits of shape (inputs, sentences) and entailment logits of shape (inputs, 3).

        ``members`` has, of each input, a row for the question and one for each sentence, with 1 / n at its n tokens.
        """
        states = self.encoder(
            input_ids=ids, attention_mask=mask, token_type_ids=segments
        ).last_hidden_state
        with torch.autocast(states.device.type, enabled=False):
            return self._heads(states.float(), members)

    def _heads(self, states: Tensor, members: Tensor) -> tuple[Tensor, Tensor]:
        means = members @ states
        question, sentences = means[:, :1], means[:, 1:]
        product, distance = question * sentences, (question - sentences).abs()
        same = question.expand_as(sentences)
        together = torch.cat([sentences, same, product, distance], dim=-1)
        cosine = product.sum(-1) / (_length(question) * _length(sentences))
        answers = self.answer_head(together).squeeze(-1) + self.scale * cosine + self.bias
        # A pair has one "sentence": its source.
        of_pair = torch.cat([together[:, 0], states[:, 0]], dim=-1)
        return answers, self.entailment_head(of_pair)

    def head_parameters(self) -> list[nn.Parameter]:
        """What starts from nothing and may learn faster than the encoder."""
        heads = [*self.answer_head.parameters(), *self.entailment_head.parameters()]
        return [*heads, self.scale, self.bias]


def _head(taken: int, hidden: int, given: int) -> nn.Sequential:
    last = nn.Linear(hidden, given)
    nn.init.zeros_(last.weight)
    nn.init.zeros_(last.bias)
    return nn.Sequential(nn.Linear(taken, hidden), nn.GELU(), last)


def _length(vectors: Tensor) -> Tensor:
    return (vectors.pow(2).sum(-1) + 1e-6).sqrt()


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

    ``logits``, ``labels`` and ``owners`` have one entry a sentence; an owner is the number of the sentence's window.
    """
    alone = nn.functional.binary_cross_entropy_with_logits(logits, labels)
    exponents = logits.exp().clamp(max=1e6)
    everything = torch.ones(windows).index_add(0, owners, exponents)
    right = torch.zeros(windows).index_add(0, owners, exponents * labels)
    has_answer = torch.zeros(windows).index_add(0, owners, labels) > 0
    right = torch.where(has_answer, right, torch.ones(windows))
    together = (everything.log() - right.clamp(min=1e-9).log()).mean()
    return alone + 0.5 * together
