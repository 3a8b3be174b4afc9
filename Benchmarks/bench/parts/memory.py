"""Memory with six times the insurance rows and the same people."""
from .. import data, programs
from ..claims import Claim
from ..result import Result, quotient
from ..turns import in_turn

TIMES = 6
GROWTH = 10.0


def run(bench):
    base = bench.base_data()
    long = data.make(bench, bench.derived(f"{TIMES}x"), bench.size.longer(TIMES))
    many = programs.ours(bench, f"taizhang, {bench.size.insurance * TIMES:,} rows", long)
    few = programs.ours(bench, f"taizhang, {bench.size.insurance:,} rows", base)
    in_turn([many, few], min(bench.rounds, 3), bench.logs)
    growth = quotient(many.median("memory"), few.median("memory"))
    claim = Claim("growth of peak memory", None if growth is None else (growth - 1) * 100, GROWTH, unit="%")
    result = Result("memory", f"Memory at {TIMES} times the insurance rows", [many, few], [claim])
    result.notes.append("Both have the same people and the same rows about them; all further rows concern nobody.")
    return result
