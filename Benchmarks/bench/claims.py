"""What a figure must not exceed, and whether it does."""
from dataclasses import dataclass

from .figures import number, ratio_of_medians, ratios_by_round


@dataclass(frozen=True)
class Claim:
    """A figure with the target it must keep and the goal it should reach, both as upper bounds; None = there is none."""

    text: str
    value: float | None
    target: float | None = None
    goal: float | None = None
    unit: str = "×"
    low: float | None = None
    high: float | None = None

    @property
    def verdict(self):
        """`goal met`, `met`, `missed`, `not measured`, or nothing where no target is set."""
        if self.value is None:
            return "not measured"
        if self.goal is not None and self.value <= self.goal:
            return "goal met"
        if self.target is None:
            return "" if self.goal is None else "goal not met"
        return "met" if self.value <= self.target else "missed"

    @property
    def figure(self):
        """The value with its unit, and its least and most where there was more than one round."""
        if self.value is None:
            return "–"
        width = "" if self.low is None or self.low == self.high else f" ({number(self.low)}–{number(self.high)})"
        return f"{number(self.value)}{width} {self.unit}"

    def row(self):
        """The cells of the table of claims."""
        bound = lambda limit: "–" if limit is None else f"≤ {number(limit)} {self.unit}"
        return [self.text, self.figure, bound(self.target), bound(self.goal), self.verdict]


def bounds(table, size):
    """Target and goal at this size; none where none are set."""
    return table.get(size.name, (None, None))


def ratio_claim(text, ours, theirs, target=None, goal=None):
    """A claim on the ratio of two series of times: that of the medians, with the range of the rounds' own ratios."""
    value, rounds = ratio_of_medians(ours, theirs), ratios_by_round(ours, theirs)
    return Claim(text, value, target, goal, "×", min(rounds, default=None), max(rounds, default=None))
