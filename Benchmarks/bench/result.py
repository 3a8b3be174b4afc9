"""What a part found, and how its tables look."""
from dataclasses import dataclass, field

from .figures import number, ratio, spread


@dataclass
class Result:
    """One part's findings."""

    part: str
    title: str
    subjects: list = field(default_factory=list)
    claims: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    groups: dict = field(default_factory=dict)
    """Heading → subjects, where not all are to be compared with each other; else they share one table."""
    tables: list = field(default_factory=list)
    """Further tables: (heading, column names, rows)."""

    @property
    def is_wrong(self):
        """Whether a run of ours failed or gave a wrong answer."""
        return any(subject.fault for subject in self.subjects if subject.ours)

    def all_tables(self):
        """The runs, the claims and whatever else there is, as (heading, column names, rows)."""
        groups = self.groups or ({"": self.subjects} if self.subjects else {})
        found = [(heading, *runs_table(subjects)) for heading, subjects in groups.items()]
        if self.claims:
            found.append(("Claims" if self.groups else "", ["claim", "measured", "target", "goal", "verdict"], [claim.row() for claim in self.claims]))
        return found + self.tables


def runs_table(subjects):
    """A line a program: medians with least and most, and its medians over those of the first."""
    first = subjects[0]
    columns = ["program", "runs", "wall, s", "CPU, s", "memory, MiB", "wall ÷ first", "CPU ÷ first", "memory ÷ first", "result"]
    return columns, [runs_row(subject, first) for subject in subjects]


def runs_row(subject, first):
    """One program's line."""
    if not subject.runs:
        return [subject.name, "0"] + ["–"] * 6 + [f"failed: {subject.fault}"]
    over = [ratio(quotient(subject.median(what), first.median(what))) for what in ("wall", "cpu", "memory")]
    measured = [spread(subject.values(what)) for what in ("wall", "cpu", "memory")]
    return [subject.name, str(len(subject.runs)), *measured, *over, verdict(subject)]


def quotient(a, b):
    """a / b where that can be."""
    return None if a is None or not b else a / b


def verdict(subject):
    """Whether the result was held against the truth, and what disturbed the runs."""
    told = [f"failed: {subject.fault}"] if subject.fault else [f"right in {subject.checked}" if subject.checked else ""]
    if max(run.disk for run in subject.runs) > 16:
        told.append("read from disk")
    others = subject.median("others")
    if others > 0.05:
        told.append(f"others took {100 * others:.0f} % of the machine")
    return ", ".join(filter(None, told)) or "–"


def markdown(columns, rows):
    """A table in Markdown."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def plain(columns, rows):
    """A table for the terminal."""
    widths = [max(len(row[i]) for row in [columns, *rows]) for i in range(len(columns))]
    line = lambda cells: "  ".join(cell.ljust(width) for cell, width in zip(cells, widths)).rstrip()
    return "\n".join([line(columns), line(["-" * width for width in widths]), *map(line, rows)])


def stage_table(subject):
    """The stages' medians and their share of the run."""
    names = list(dict.fromkeys(key for run in subject.runs for key in run.extra if key.startswith("stage ")))
    whole = subject.median("wall")
    medians = [(name.removeprefix("stage "), subject.median(name)) for name in names]
    rest = whole - sum(seconds for _, seconds in medians)
    rows = [[name, number(seconds), f"{100 * seconds / whole:.1f} %"] for name, seconds in medians + [("start and end", rest)]]
    return ["stage", "s", "share of wall"], rows
