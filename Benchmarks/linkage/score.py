"""Pairs that were found against those that are true."""
import csv
from dataclasses import dataclass

LEAST = 0.9


@dataclass(frozen=True)
class Score:
    """How many pairs were found, how many of them are true, how many there are."""

    found: int
    right: int
    true: int

    @property
    def precision(self):
        """The share of the found pairs that are true."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self):
        """The share of the true pairs that were found."""
        return self.right / self.true if self.true else 0.0

    @property
    def f1(self):
        """The harmonic mean of both."""
        return 2 * self.right / (self.found + self.true) if self.found + self.true else 0.0

    def cells(self):
        """The cells of a table."""
        return [f"{self.found:,}", *(f"{share:.5f}" for share in (self.precision, self.recall, self.f1))]


def score(found, truth):
    """Compares two sets of pairs."""
    return Score(len(found), len(found & truth), len(truth))


def links(path, least=LEAST):
    """The pairs in a file that are links with at least this probability. A file without decisions has only links."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if float(row["probability"]) >= least and row.get("decision", "link") == "link":
                yield row["left_id"], row["right_id"]


def table(header, rows):
    """A table in Markdown."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [header, ["---"] * len(header), *rows])
