"""Programs that are measured in turn: A B C, A B C, ..."""
import os
import shutil
import sys
from dataclasses import dataclass, field
from typing import Callable

from .figures import median, number
from .process import Run, measure, read_once


@dataclass
class Subject:
    """A program with its arguments, how its result is checked, and the runs it had."""

    name: str
    command: list
    files: list = field(default_factory=list)
    """What it reads: brought into the page cache first."""
    out: str | None = None
    """A folder that it fills: removed before each run."""
    check: Callable[[Run], str | None] | None = None
    """What is wrong with a run's result, or None."""
    every_run_checked: bool = False
    extra: Callable[[Run], dict] | None = None
    """Figures that the program itself gives, taken after each run."""
    ours: bool = False
    env: dict = field(default_factory=dict)
    runs: list = field(default_factory=list)
    fault: str | None = None
    checked: int = 0

    def values(self, what):
        """One figure of all runs: `wall`, `cpu`, `memory`, or a key of what the program itself gave."""
        return [getattr(r, what) if hasattr(r, what) else r.extra[what] for r in self.runs if hasattr(r, what) or what in r.extra]

    def median(self, what):
        """The median of one figure, None without runs."""
        values = self.values(what)
        return median(values) if values else None


def in_turn(subjects, rounds, logs):
    """Measures all subjects `rounds` times in turn. One that fails or gives a wrong result keeps its fault and sits out the rest."""
    os.makedirs(logs, exist_ok=True)
    read_once(sorted({path for subject in subjects for path in subject.files}))
    for turn in range(rounds):
        for subject in subjects:
            if subject.fault is None:
                take_turn(subject, turn, logs)
    return subjects


def take_turn(subject, turn, logs):
    """One run of one subject."""
    if subject.out:
        shutil.rmtree(subject.out, ignore_errors=True)
    log = os.path.join(logs, "".join(c if c.isalnum() else "-" for c in subject.name) + ".log")
    run = measure(subject.command, log, subject.env)
    if run.code != 0:
        subject.fault = f"exit code {run.code}: {last_line(run.output)}"
    elif subject.check and (turn == 0 or subject.every_run_checked):
        subject.fault = subject.check(run)
        subject.checked += subject.fault is None
    if subject.fault is None and subject.extra:
        run.extra = subject.extra(run)
    if subject.fault is None:
        subject.runs.append(run)
    say(f"  {subject.name}: {subject.fault or told(run)}")


def told(run):
    """One run in a line."""
    parts = [f"{number(run.wall)} s", f"{number(run.cpu)} s CPU", f"{run.memory:.0f} MiB"]
    if run.disk > 16:
        parts.append(f"{run.disk:.0f} MiB from disk")
    if run.others > 0.05:
        parts.append(f"others took {100 * run.others:.0f} % of the machine")
    return ", ".join(parts)


def last_line(text):
    """The last line that says something."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1][:200] if lines else "no message"


def say(line):
    """Progress goes to standard error; results go to standard output."""
    print(line, file=sys.stderr, flush=True)
