"""Train the reader: ``python -m training.train --data … --out …``; with ``--resume`` from where the last run ended.

One pass over the examples, mixed: each batch is filled with inputs of about the same length. The learning rate rises,
then falls to nothing, when the examples or the minutes are used up, whichever comes first.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn

from citechat.index.packaged_embedder import packaged_weights
from citechat.reading.packing import Packed, as_batch

from . import scoring
from .examples import (
    Example,
    all_rows,
    as_examples,
    read_examples,
    rehearsed,
    tokenizer,
    training_pairs,
    training_windows,
    write_examples,
)
from .model import ReaderModel, answer_loss, pretrained, tiny
from .sources import PAIR_SETS, READING_SETS, digest, digest_of_pages, pairs, reading_rows
from .warm_start import start_from

_CHECKPOINT = "checkpoint.pt"
# Tokens of one step: a dozen windows or so.
_TOKENS = 1_500
_PEAK_RATE, _HEAD_RATE = 8e-5, 5e-4
# Of a model that has been trained before: it has less to learn and something to lose.
_RATE_AFTER_START = 0.7
_WARM_UP = 0.06
_WEIGHT_DECAY = 0.01
# Inputs of about one length are put together among this many, so that batches stay mixed.
_SORTED_TOGETHER = 4_000
_REPORT_EVERY = 50


def main() -> None:
    """Read the command line, make the examples, train, keep a checkpoint."""
    chosen = _arguments()
    chosen.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(chosen.seed)
    weights = packaged_weights()
    cut = tokenizer(weights)
    examples = _examples(chosen)
    if chosen.rehearse < 1:
        examples = rehearsed(examples, chosen.rehearse, Random(chosen.seed))
    if chosen.examples:
        examples = Random(chosen.seed).sample(examples, min(chosen.examples, len(examples)))
    model = tiny(cut.get_vocab_size()) if chosen.tiny else pretrained(weights)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    if chosen.start:
        start_from(model, chosen.start)
    rate = _RATE_AFTER_START if chosen.start else 1.0
    trainer = Trainer(model.to(device), chosen.out, chosen.minutes, chosen.bfloat16, rate)
    if chosen.resume and (chosen.out / _CHECKPOINT).is_file():
        trainer.restore()
    batches = batched(examples, Random(chosen.seed))
    print(f"{len(examples)} examples, {len(batches)} steps, from step {trainer.step}", flush=True)
    watch = Watch(chosen.data, chosen.xquad, cut, chosen.look) if chosen.look else None
    trainer.run(batches, watch)
    if chosen.data:
        record(chosen, len(examples), trainer.step)


class Trainer:
    """Steps, learning rate, checkpoints."""

    def __init__(
        self, model: ReaderModel, out: Path, minutes: float, bfloat16: bool, rate: float = 1.0
    ) -> None:
        self.model = model
        self.step = 0
        self._out = out
        self._limit = minutes * 60
        self._bfloat16 = bfloat16
        self._spent = 0.0
        encoder = [weight for weight in model.encoder.parameters() if weight.requires_grad]
        groups = [
            {"params": encoder, "lr": rate * _PEAK_RATE},
            {"params": model.head_parameters(), "lr": rate * _HEAD_RATE},
        ]
        self._optimiser = torch.optim.AdamW(groups, weight_decay=_WEIGHT_DECAY)
        self._rates = [group["lr"] for group in self._optimiser.param_groups]

    def run(self, batches: Sequence[Sequence[Example]], watch: Watch | None) -> None:
        """One step a batch, until batches or minutes are used up."""
        started = saved = looked = time.monotonic()
        before = self._spent
        losses: list[float] = []
        tokens = 0
        self.model.train()
        for batch in batches[self.step :]:
            self._spent = before + time.monotonic() - started
            progress = max(self.step / len(batches), self._spent / self._limit)
            if progress >= 1:
                break
            self._set_rate(progress)
            losses.append(self._train(batch))
            tokens += sum(len(example.packed.ids) for example in batch)
            self.step += 1
            now = time.monotonic()
            if self.step % _REPORT_EVERY == 0:
                speed = tokens / (now - started)
                print(
                    f"step {self.step}/{len(batches)} {progress:.3f} loss {np.mean(losses[-100:]):.4f}"
                    f" {speed:.0f} tokens/s {self._spent / 60:.1f} min",
                    flush=True,
                )
            if now - saved > 180:
                self.keep()
                saved = now
            if watch and now - looked > watch.seconds:
                watch.look(self.model)
                looked = time.monotonic()
        self.keep()
        if watch:
            watch.look(self.model)

    def keep(self) -> None:
        """Write the checkpoint, whole or not at all."""
        state = {
            "model": self.model.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "step": self.step,
            "spent": self._spent,
        }
        being_written = self._out / "checkpoint.new"
        torch.save(state, being_written)
        being_written.replace(self._out / _CHECKPOINT)

    def restore(self) -> None:
        """Go on from the last checkpoint."""
        state = torch.load(self._out / _CHECKPOINT, weights_only=True)
        self.model.load_state_dict(state["model"])
        self._optimiser.load_state_dict(state["optimiser"])
        self.step, self._spent = state["step"], state["spent"]

    def _set_rate(self, progress: float) -> None:
        rising, falling = progress / _WARM_UP, (1 - progress) / (1 - _WARM_UP)
        share = min(rising, falling, 1.0)
        for group, rate in zip(self._optimiser.param_groups, self._rates, strict=True):
            group["lr"] = rate * max(share, 1e-3)

    def _train(self, batch: Sequence[Example]) -> float:
        device = next(self.model.parameters()).device
        parts = as_batch([example.packed for example in batch])
        with torch.autocast(device.type, torch.bfloat16, enabled=self._bfloat16):
            answers, relations = self.model(*(torch.from_numpy(part).to(device) for part in parts))
        loss = _loss(answers.float().cpu(), relations.float().cpu(), batch)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self._optimiser.step()
        self._optimiser.zero_grad()
        return float(loss.detach())


class Watch:
    """Figures on the way, on a few rows of each measuring set."""

    def __init__(self, data: Path, xquad: Path | None, cut: Tokenizer, minutes: float) -> None:
        self.seconds = minutes * 60
        self._cut = cut
        names = ("wiki.en", "omos.de", "omos.en", "cmrc.zh")
        self._sets = {name: scoring.some(reading_rows(data, name, "test"), 60) for name in names}
        for language in ("en", "de", "zh"):
            if xquad is None:
                break
            rows = scoring.xquad_rows(xquad, language)
            self._sets[f"xquad.{language}"] = scoring.some(rows, 100)
        self._pairs = pairs(data, "entailment.en", "test")[::10]

    def look(self, model: ReaderModel) -> None:
        """Print the figures."""
        run = torch_run(model)
        for name, rows in self._sets.items():
            figures = scoring.reading_figures(rows, self._cut, run)
            print(name, json.dumps(figures), flush=True)
        print(
            "entailment", round(scoring.pair_accuracy(self._pairs, self._cut, run), 3), flush=True
        )
        model.train()


def torch_run(model: ReaderModel) -> scoring.Run:
    """Runs inputs through the model as it is now."""

    def run(inputs: Sequence[Packed]) -> tuple[list[NDArray[np.float32]], NDArray[np.float32]]:
        model.eval()
        device = next(model.parameters()).device
        answers: list[NDArray[np.float32]] = [np.zeros(0, np.float32)] * len(inputs)
        relations = np.zeros((len(inputs), 3), dtype=np.float32)
        order = sorted(range(len(inputs)), key=lambda number: len(inputs[number].ids))
        for first in range(0, len(order), 24):
            chosen = order[first : first + 24]
            parts = [
                torch.from_numpy(part).to(device)
                for part in as_batch([inputs[number] for number in chosen])
            ]
            with torch.no_grad(), torch.autocast(device.type, torch.bfloat16):
                logits, of_pairs = model(*parts)
            for row, number in enumerate(chosen):
                sentences = len(inputs[number].starts)
                answers[number] = logits[row, :sentences].float().cpu().numpy()
                relations[number] = of_pairs[row].float().cpu().numpy()
        return answers, relations

    return run


def batched(examples: Sequence[Example], random: Random) -> list[list[Example]]:
    """Mixed batches of about the same number of tokens, each of inputs of about the same length."""
    order = list(examples)
    random.shuffle(order)
    found: list[list[Example]] = []
    for first in range(0, len(order), _SORTED_TOGETHER):
        together = sorted(
            order[first : first + _SORTED_TOGETHER], key=lambda one: len(one.packed.ids)
        )
        batches: list[list[Example]] = [[]]
        for example in together:
            longest = len(example.packed.ids)
            if longest * (len(batches[-1]) + 1) > _TOKENS:
                batches.append([])
            batches[-1].append(example)
        random.shuffle(batches)
        found += [batch for batch in batches if batch]
    return found


def record(chosen: argparse.Namespace, examples: int, steps: int) -> None:
    """What the weights come from: data with hashes, seed, size."""
    names = [f"{name}.train.jsonl.gz" for name in (*READING_SETS, *PAIR_SETS)]
    found: dict[str, object] = {
        "seed": chosen.seed,
        "examples": examples,
        "steps": steps,
        "started_from": digest(chosen.start) if chosen.start else "",
        "data": {name: digest(chosen.data / name) for name in names},
    }
    if chosen.everyday:
        found["everyday"] = digest_of_pages(chosen.everyday)
    (chosen.out / "record.json").write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def _loss(answers: Tensor, relations: Tensor, batch: Sequence[Example]) -> Tensor:
    rows: list[int] = []
    places: list[int] = []
    labels: list[int] = []
    owners: list[int] = []
    windows = 0
    for row, example in enumerate(batch):
        if example.relation >= 0:
            continue
        rows += [row] * len(example.labels)
        places += range(len(example.labels))
        labels += example.labels
        owners += [windows] * len(example.labels)
        windows += 1
    loss = torch.zeros(())
    if windows:
        logits = answers[rows, places]
        of_windows = answer_loss(
            logits, torch.tensor(labels, dtype=torch.float), torch.tensor(owners), windows
        )
        loss = loss + of_windows * windows / len(batch)
    told = [row for row, example in enumerate(batch) if example.relation >= 0]
    if told:
        right = torch.tensor([batch[row].relation for row in told])
        of_pairs = nn.functional.cross_entropy(relations[told], right)
        loss = loss + of_pairs * len(told) / len(batch)
    return loss


def _examples(chosen: argparse.Namespace) -> list[Example]:
    """Made anew, or those of the run that goes on."""
    kept = chosen.out / "examples.jsonl"
    if chosen.resume and kept.is_file():
        return read_examples(kept)
    random = Random(chosen.seed)
    rows = all_rows(chosen.data, chosen.everyday, chosen.corpus)
    windows, claims = [], []
    # Each pass has windows and claims of its own: other neighbours, other edits.
    for _ in range(chosen.passes):
        windows += training_windows(rows, random)
        claims += training_pairs(chosen.data, rows, random)
    found = list(as_examples(windows, claims, tokenizer(packaged_weights())))
    write_examples(kept, found)
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of *.train.jsonl.gz")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoint and record")
    parser.add_argument("--everyday", type=Path, help="folder of pages, training/everyday")
    parser.add_argument("--corpus", type=Path, help="folder of expected questions, corpus/expected")
    parser.add_argument("--xquad", type=Path, help="folder of xquad.*.json, to measure on the way")
    parser.add_argument("--look", type=float, default=0, help="minutes between figures; 0: none")
    parser.add_argument("--minutes", type=float, default=240, help="the rate has fallen to 0 then")
    parser.add_argument("--seed", type=int, default=16)
    parser.add_argument("--passes", type=int, default=2, help="how often the data are gone through")
    parser.add_argument(
        "--rehearse", type=float, default=1, help="share of all that is not everyday"
    )
    parser.add_argument("--examples", type=int, default=0, help="no more than this many; 0: all")
    parser.add_argument("--bfloat16", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--tiny", action="store_true", help="a model of one thin layer, for tests")
    parser.add_argument("--start", type=Path, help="a reader.onnx whose training goes on here")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    return parser.parse_args()


if __name__ == "__main__":
    main()
