"""Memory with six times the insurance rows and the same people. At size L the shorter file is made, else the longer."""
from .. import data, programs
from ..claims import Claim, bounds
from ..result import Result, quotient
from ..turns import in_turn

TIMES = 6
TARGETS = {"M": (10.0, None), "L": (10.0, None)}


def run(bench):
    many, few = longer_and_shorter(bench)
    in_turn([many, few], min(bench.rounds, 3), bench.logs)
    growth = quotient(many.median("memory"), few.median("memory"))
    claim = Claim("growth of peak memory", None if growth is None else (growth - 1) * 100, *bounds(TARGETS, bench.size), unit="%")
    result = Result("memory", f"Memory at {TIMES} times the insurance rows", [many, few], [claim])
    result.notes.append("Both have the same people and the same rows about them; all further rows concern nobody.")
    return result


def longer_and_shorter(bench):
    """The job on the longer and on the shorter insurance file."""
    sizes = [bench.size, bench.size.with_insurance(bench.size.insurance * TIMES)]
    if bench.size.name == "L":
        sizes = [bench.size.with_insurance(bench.size.insurance // TIMES), bench.size]
    other = next(size for size in sizes if size is not bench.size)
    made = data.make(bench, bench.derived(f"{other.insurance}-rows"), other)
    subjects = [
        programs.ours(bench, f"taizhang, {size.insurance:,} rows", bench.base_data() if size is bench.size else made)
        for size in sizes
    ]
    return reversed(subjects)
