"""How the time for a piece of work grows with its input."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time


def growth(work: Callable[[str], object], unit: str, times: int) -> float:
    """How many times longer ``work`` takes for twice ``times`` units than for ``times``.

    2 is linear, 4 quadratic. The least of several runs is taken: others on the machine only ever
    add to it, so a ratio that is too large is looked at a few times more. Where even the longer
    input is done in an instant, the answer is 1.
    """
    once, twice = unit * times, unit * (2 * times)
    short = float("inf")
    long = _time(work, twice)
    for _ in range(_ATTEMPTS):
        if long <= _INSTANT:
            break
        short = min(short, _least_time(work, once))
        long = min(long, _least_time(work, twice))
        if long / short < _SURELY_LINEAR:
            break
    return long / short if long > _INSTANT else 1.0


_INSTANT = 0.004
_RUNS = 3
_ATTEMPTS = 5
_SURELY_LINEAR = 2.3


def _least_time(work: Callable[[str], object], text: str) -> float:
    return min(_time(work, text) for _ in range(_RUNS))


def _time(work: Callable[[str], object], text: str) -> float:
    start = process_time()
    work(text)
    return process_time() - start
