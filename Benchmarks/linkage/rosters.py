"""Made-up rosters for taizhang match: makes them, scores what was found, and measures time and memory on them."""
import argparse
import csv
import os
import shutil
import sys

import roster_numbers
from measure import run
from score import links, score, table

HEADER = ["program", "pairs", "precision", "recall", "F1", "two valid numbers", "mask alone", "seconds", "MiB"]
SPLINK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "splink_rosters.py")


def main():
    """Does what the command line asks for."""
    options = arguments()
    sys.exit({"generate": generate, "score": show_score, "run": measure_all}[options.command](options))


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    made = commands.add_parser("generate", help="writes left.csv, right.csv and truth.csv")
    made.add_argument("--out", required=True, metavar="DIR")
    scored = commands.add_parser("score", help="scores a pairs.csv; leaves with 1 if a link must not be")
    scored.add_argument("--truth", required=True, metavar="FILE", help="left.csv and right.csv lie beside it")
    scored.add_argument("--pairs", required=True, metavar="FILE")
    measured = commands.add_parser("run", help="makes rosters, trains, runs again with the trained model, and tells time and memory")
    add_programs(measured)
    for command in (made, measured):
        add_sizes(command)
    return parser.parse_args()


def add_programs(parser):
    """What is run."""
    parser.add_argument("--bin", metavar="PATH", help="the program taizhang (without it only the peers run)")
    parser.add_argument("--model", default="pipelines/match-people.yaml", metavar="FILE", help="its model (default: %(default)s)")
    parser.add_argument("--scratch", required=True, metavar="DIR", help="gets the rosters, the output and the logs")
    parser.add_argument("--peers", choices=["splink", "none"], default="none", help="what else is run (default: none)")


def add_sizes(parser):
    """How much is made."""
    for name, count in (("left", 100_000), ("right", 1_000_000), ("links", 35_000), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=count, metavar="N", help="default: %(default)s")


def generate(options, folder=None):
    """Makes the rosters."""
    import roster_data
    if options.links > min(options.left, options.right):
        return "there can't be more links than rows"
    roster_data.generate(folder or options.out, options.left, options.right, options.links, options.seed)


def show_score(options):
    """Prints the score, what must not be, and which true pairs were found by what their numbers look like."""
    judged = Judged(options.truth, options.pairs)
    print(table(HEADER[1:7], [judged.cells()]))
    print()
    print(table(["numbers of a true pair", "pairs", "found"], judged.by_kind()))
    return int(bool(judged.contradicting or judged.mask_alone))


class Judged:
    """The links of one file beside the truth and the rows they join."""

    def __init__(self, truth, pairs):
        """Reads the links, the truth and, from beside the truth, the rows of both."""
        self.truth, self.found = read_truth(truth), set(links(pairs))
        folder, both = os.path.dirname(os.path.abspath(truth)), self.truth | self.found
        self.left = read_rows(os.path.join(folder, "left.csv"), {left for left, _ in both})
        self.right = read_rows(os.path.join(folder, "right.csv"), {right for _, right in both})
        joined = [(self.left[left], self.right[right]) for left, right in self.found]
        self.contradicting = sum(are_two_people(*rows) for rows in joined)
        self.mask_alone = sum(only_mask_agrees(*rows) for rows in joined)

    def cells(self):
        """The cells of the table."""
        return [*score(self.found, self.truth).cells(), str(self.contradicting), str(self.mask_alone)]

    def by_kind(self):
        """Of the true pairs of each two kinds of numbers, how many there are and how many were found."""
        counts = {}
        for left, right in self.truth:
            kinds = " – ".join(sorted(roster_numbers.kind(row["证件号码"]) for row in (self.left[left], self.right[right])))
            total, found = counts.get(kinds, (0, 0))
            counts[kinds] = total + 1, found + ((left, right) in self.found)
        return [[kinds, f"{total:,}", f"{found / total:.4f}"] for kinds, (total, found) in sorted(counts.items(), key=lambda item: -item[1][0])]


def read_truth(path):
    """The true pairs."""
    with open(path, encoding="utf-8", newline="") as file:
        return {(row["left_id"], row["right_id"]) for row in csv.DictReader(file)}


def read_rows(path, keys):
    """The rows with these keys."""
    with open(path, encoding="utf-8", newline="") as file:
        return {row["编号"]: row for row in csv.DictReader(file) if row["编号"] in keys}


def are_two_people(left, right):
    """Whether both numbers are whole and valid, and not the same."""
    first, second = roster_numbers.full(left["证件号码"]), roster_numbers.full(right["证件号码"])
    return None not in (first, second) and first != second


def only_mask_agrees(left, right):
    """Whether a masked number is all that speaks for the pair: birth date and phone don't, and the names are more than one slip apart."""
    if not roster_numbers.masks_agree(left["证件号码"], right["证件号码"]):
        return False
    same = any(left[column] and left[column] == right[column] for column in ("出生日期", "联系电话"))
    return not same and not one_slip_apart(left["姓名"], right["姓名"])


def one_slip_apart(first, second):
    """Whether two names differ in one character at most, which is another, missing, or one too many, and more than half is the same."""
    shorter, longer = sorted((first, second), key=len)
    start = len(os.path.commonprefix([shorter, longer]))
    end = len(os.path.commonprefix([shorter[start:][::-1], longer[start:][::-1]]))
    return len(longer) - start - end <= 1 and (start > 0 or end > 1)


def measure_all(options):
    """Makes the rosters, runs every program on them and prints the table."""
    data = os.path.join(options.scratch, "data")
    if failed := generate(options, data):
        return failed
    results = [measured(options.scratch, data, *step) for step in steps(options, data)]
    print(table(HEADER, [cells for _, cells in results]))
    return int(any(code for code, _ in results))


def steps(options, data):
    """What is run: name, folder for the output, command."""
    out = {name: os.path.join(options.scratch, "out", name) for name in ("training", "trained", "splink")}
    files = [os.path.join(data, f"{side}.csv") for side in ("left", "right")]
    if options.bin:
        command = [options.bin, "match", *files, "--model", options.model, "--out"]
        yield "taizhang, with training", out["training"], [*command, out["training"]]
        yield "taizhang, trained before", out["trained"], [*command, out["trained"], "--trained", os.path.join(out["training"], "model.yaml")]
    if options.peers == "splink":
        yield "Splink, with training", out["splink"], [sys.executable, SPLINK, *files, "--out", os.path.join(out["splink"], "pairs.csv")]


def measured(scratch, data, name, out, command):
    """Runs one program and scores what it found. Returns its exit code and the cells of its line."""
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out if "--model" not in command else os.path.dirname(out), exist_ok=True)
    done = run(command, os.path.join(scratch, "logs", f"{os.path.basename(out)}.log"))
    figures = [f"{done.seconds:.2f}", f"{done.mebibytes:.0f}"]
    if done.code:
        print(f"{name} left with {done.code}: {done.message}", file=sys.stderr)
        return done.code, [name, *["–"] * 6, *figures]
    judged = Judged(os.path.join(data, "truth.csv"), os.path.join(out, "pairs.csv"))
    return 0, [name, *judged.cells(), *figures]


if __name__ == "__main__":
    main()
