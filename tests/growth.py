"""How the time that a piece of work takes grows with its input."""

from __future__ import annotations

import gc
from collections.abc import Callable
from math import log
from time import process_time, sleep

# Two and a half times the time for twice the text: a machine that others use too, half as fast for
# one of the two measurements, is told from work that looks at everything for everything.
LINEAR = log(2.5, 2)


def growth(work: Callable[[str], object], unit: str, times: int) -> float:
    """The power of the input's length with which the time of ``work`` grows.

    1 is linear, 2 quadratic: a quarter of ``times`` units are timed, and eight times as many, so
    that a machine which others slow down for one of the two measurements, to half its speed, adds
    no more than a third. The least of several runs is taken: others only ever add to it, so a power
    that is too large is looked at again, a moment later each time. Where even the longer input is
    done in an instant, the answer is 0.
    """
    count = max(times // 4, 1)
    shorter, longer = unit * count, unit * (count * _LONGER)
    short, long = float("inf"), _time(work, longer)
    power = 0.0
    for attempt in range(_ATTEMPTS):
        sleep(attempt * _PAUSE)
        if long <= _INSTANT:
            return 0.0
        short = min(short, _least_time(work, shorter))
        long = min(long, _least_time(work, longer))
        power = log(long / short, _LONGER)
        if power < _SURELY_LINEAR:
            break
    return power


_LONGER = 8
_INSTANT = 0.004
_RUNS = 3
_ATTEMPTS = 8
_PAUSE = 0.5
_SURELY_LINEAR = 1.2


def _least_time(work: Callable[[str], object], text: str) -> float:
    return min(_time(work, text) for _ in range(_RUNS))


def _time(work: Callable[[str], object], text: str) -> float:
    # A collection of garbage looks at everything that the other tests left behind, too.
    gc.disable()
    try:
        start = process_time()
        work(text)
        return process_time() - start
    finally:
        gc.enable()
