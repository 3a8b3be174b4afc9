"""Measures taizhang match, and Splink beside it, on the four FEBRL lists of people: pairs found at probability 0.9, time, memory."""
import argparse
import os
import shutil
import sys

import febrl_data
from measure import run
from score import Score, links, score, table

HEADER = ["case", "program", "pairs", "precision", "recall", "F1", "seconds", "MiB"]
SPLINK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "splink_febrl.py")


def main():
    """Runs all programs on all cases and prints the table."""
    options = arguments()
    folder = os.path.abspath(options.scratch)
    results = [result for case in wanted(options, folder) for result in results_of(case, programs(options), folder)]
    print(table(HEADER, [row(*result) for result in results + means(results)]))
    sys.exit(any(done.code for _, _, _, done in results))


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", metavar="PATH", help="the program taizhang (without it only the peers run)")
    parser.add_argument("--model", default="pipelines/match-febrl.yaml", metavar="FILE", help="its model (default: %(default)s)")
    parser.add_argument("--scratch", required=True, metavar="DIR", help="gets the lists, the output and the logs")
    parser.add_argument("--peers", choices=["splink", "none"], default="none", help="what else is run (default: none)")
    parser.add_argument("--seeds", type=int, default=5, metavar="N", help="variants of febrl4 with 10 %% of the fields blank (default: 5)")
    parser.add_argument("--only", type=lambda text: text.split(","), metavar="CASE,...", help="these cases; febrl4_blank is all its variants")
    return parser.parse_args()


def wanted(options, folder):
    """The cases that were asked for, with their files written."""
    every = list(febrl_data.cases(os.path.join(folder, "data"), options.seeds))
    known = {name for case in every for name in (case.name, group(case.name))}
    for name in set(options.only or []) - known:
        sys.exit(f"{name} is no case; there are {', '.join(sorted(known))}")
    return [case for case in every if not options.only or {case.name, group(case.name)} & set(options.only)]


def group(name):
    """The name without the number of its variant."""
    return name.rstrip("0123456789") if "_blank" in name else name


def programs(options):
    """Name → the command for input files and output folder."""
    known = {}
    if options.bin:
        known["taizhang"] = lambda files, out: [options.bin, "match", *files, "--model", options.model, "--out", out]
    if options.peers == "splink":
        known["Splink"] = lambda files, out: [sys.executable, SPLINK, *files, "--out", os.path.join(out, "pairs.csv")]
    return known


def results_of(case, commands, folder):
    """Runs each program on a case."""
    for name, command in commands.items():
        out = os.path.join(folder, "out", f"{case.name}-{name}")
        fresh(out, made=name != "taizhang")
        log = os.path.join(folder, "logs", f"{case.name}-{name}.log")
        done = run(command(case.files, out), log)
        if done.code:
            print(f"{name} left with {done.code} on {case.name}: {done.message}", file=sys.stderr)
        yield case.name, name, scored(case, out, done), done


def fresh(folder, made):
    """Removes what an earlier run left; makes the folder for programs that don't."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder if made else os.path.dirname(folder), exist_ok=True)


def scored(case, out, done):
    """The score of a run; that of a failed run is none."""
    if done.code:
        return Score(0, 0, len(case.truth))
    return score({febrl_data.pair(*both) for both in links(os.path.join(out, "pairs.csv"))}, case.truth)


def row(case, name, reached, done):
    """One line of the table."""
    return [case, name, *reached.cells(), f"{done.seconds:.2f}", f"{done.mebibytes:.0f}"]


def means(results):
    """The variants of a case taken together: pairs summed up, time and memory on average."""
    groups = {}
    for case, name, reached, done in results:
        if group(case) != case:
            groups.setdefault((group(case), name), []).append((reached, done))
    return [(f"{case}, all {len(parts)}", name, *together(parts)) for (case, name), parts in groups.items()]


def together(parts):
    """The sum of the scores, and the average run."""
    scores, runs = zip(*parts)
    total = Score(*(sum(getattr(one, part) for one in scores) for part in ("found", "right", "true")))
    average = lambda part: sum(getattr(one, part) for one in runs) / len(runs)
    return total, type(runs[0])(0, average("seconds"), average("mebibytes"), "")


if __name__ == "__main__":
    main()
