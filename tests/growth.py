"""How the time that a piece of work takes grows with its input."""

from __future__ import annotations

from collections.abc import Callable
from math import log
from time import process_time

# Two and a half times the time for twice the text: a machine that others use too, half as fast for
# one of the two measurements, is told from work that looks at everything for everything.
LINEAR = log(2.5, 2)


def growth(work: Callable[[str], object], unit: str, times: int) -> float:
    """The power of the input's length with which the time of ``work`` grows.

    1 is linear, 2 quadratic: half of ``times`` units are timed, and four times as many. The least
    of several runs is taken: others on the machine only ever add to it, so a power that is too
    large is looked at a few times more. Where even the longer input is done in an instant, the
    answer is 0.
    """
    shorter, longer = unit * (times // 2), unit * (times // 2 * _LONGER)
    short, long = float("inf"), _time(work, longer)
    power = 0.0
    for _ in range(_ATTEMPTS):
        if long <= _INSTANT:
            return 0.0
        short = min(short, _least_time(work, shorter))
        long = min(long, _least_time(work, longer))
        power = log(long / short, _LONGER)
        if power < _SURELY_LINEAR:
            break
    return power


_LONGER = 4
_INSTANT = 0.004
_RUNS = 3
_ATTEMPTS = 5
_SURELY_LINEAR = 1.2


def _least_time(work: Callable[[str], object], text: str) -> float:
    return min(_time(work, text) for _ in range(_RUNS))


def _time(work: Callable[[str], object], text: str) -> float:
    start = process_time()
    work(text)
    return process_time() - start
