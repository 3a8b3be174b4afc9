"""The command line."""
import argparse
import os

from .parts import PARTS
from .sizes import ALL_PEERS, SIZES

ABOUT = """Measures taizhang beside other tools on the same job and the same files: installs what is missing, builds, makes the
data, runs everything in turn, checks each answer and prints medians and ratios. What the parts measure: Benchmarks/README.md."""


def parse(arguments, root):
    """The arguments, checked. Leaves with 64 if they are wrong."""
    parser = Parser(prog="scripts/bench", description=ABOUT)
    parser.add_argument("--size", choices=SIZES, default="M", help="S: 1 million insurance rows, M: 10, L: 60 (default: M)")
    parser.add_argument("--only", metavar="PART,...", type=listed(PARTS), default=list(PARTS), help=", ".join(PARTS))
    parser.add_argument("--runs", type=positive, metavar="N", help="runs of each program (default: 5, at size L 1)")
    parser.add_argument("--peers", metavar="TOOL,...", type=listed(ALL_PEERS), help=f"of {', '.join(ALL_PEERS)}, or none (default: duckdb,polars,chdb; at size L polars)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="the generator's seed (default: 1)")
    parser.add_argument("--cores", type=positive, default=min(2, os.cpu_count()), metavar="N", help="cores for every program (default: 2)")
    parser.add_argument("--record", nargs="?", const=os.path.join(root, "Benchmarks", "RESULTS.md"), metavar="FILE", help="write the results to Benchmarks/RESULTS.md, or FILE")
    parser.add_argument("--data", metavar="DIR", help="where the data lie, or are made (default: in the scratch folder)")
    parser.add_argument("--scratch", metavar="DIR", default=os.path.join(root, ".build", "bench"), help="data, virtual environment and output (default: .build/bench)")
    parser.add_argument("--peers-dir", metavar="DIR", default=os.environ.get("TAIZHANG_PEERS") or os.path.join(root, "..", "shared", "peers"),
                        help="the peers' programs and the generator (default: $TAIZHANG_PEERS, else ../shared/peers)")
    parser.add_argument("--python", metavar="PATH", help="an interpreter that has, or may be given, the peers' packages (default: a virtual environment)")
    parser.add_argument("--bin", metavar="DIR", help="a folder with a built taizhang (and microbench) instead of building")
    return parser.parse_args(arguments)


class Parser(argparse.ArgumentParser):
    """Leaves with this project's exit code for usage."""

    def error(self, message):
        self.print_usage()
        self.exit(64, f"{self.prog}: {message}\n")


def listed(known):
    """A reader of comma-separated names, each once, in the known order."""

    def read(text):
        names = [] if text == "none" else [name.strip() for name in text.split(",") if name.strip()]
        for name in names:
            if name not in known:
                raise argparse.ArgumentTypeError(f"{name} is none of {', '.join(known)}")
        return [name for name in known if name in names]

    return read


def positive(text):
    """A whole number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number from 1")
    return int(text)
