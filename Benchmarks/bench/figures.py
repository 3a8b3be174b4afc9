"""Medians, spreads and ratios, and how they are written."""
from statistics import median

__all__ = ["median", "ratio_of_medians", "ratios_by_round", "number", "spread", "ratio", "share"]


def ratio_of_medians(ours, theirs):
    """The median of `ours` over the median of `theirs`; None if either is empty or the divisor is nothing."""
    if not ours or not theirs or median(theirs) == 0:
        return None
    return median(ours) / median(theirs)


def ratios_by_round(ours, theirs):
    """The ratio within each round of turns: what a machine that slows down midway can't spoil."""
    return [a / b for a, b in zip(ours, theirs) if b]


def number(value):
    """Three figures at least: 0.482, 4.71, 46.2, 850. None is a dash."""
    if value is None:
        return "–"
    size = abs(value)
    digits = 3 if size < 1 else 2 if size < 10 else 1 if size < 100 else 0
    return f"{value:.{digits}f}"


def spread(values):
    """The median with least and most: `4.71 (4.66–4.80)`; of one value, the value."""
    if not values:
        return "–"
    if len(values) == 1:
        return number(values[0])
    return f"{number(median(values))} ({number(min(values))}–{number(max(values))})"


def ratio(value):
    """A ratio, as in `2.04 ×`."""
    return "–" if value is None else f"{number(value)} ×"


def share(part, whole):
    """A percentage, as in `12.5 %`."""
    return "–" if not whole else f"{100 * part / whole:.1f} %"
