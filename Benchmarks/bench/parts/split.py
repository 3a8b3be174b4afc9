"""The CSV splitter alone, beside the probe and the counting of newlines."""
import os

from .. import data, programs
from ..claims import ratio_claim
from ..result import Result
from ..turns import in_turn


def run(bench):
    folder = bench.base_data()
    roster, insurance = (os.path.join(folder, name) for name in ("unemployed.csv", "insurance.csv"))
    rows = data.row_count(folder, "insurance.csv")
    kernel = programs.kernel(bench, "taizhang's splitter, 1 thread", ["split", insurance], [insurance], rows)
    probe = programs.probe(bench, "probe, 1 thread", roster, insurance, threads=1)
    newlines = programs.ceiling(bench, "newlines counted, 1 thread", "nl", [insurance, "1"], [insurance])
    more = programs.ceiling(bench, f"newlines counted, {bench.cores} threads", "nl", [insurance, str(bench.cores)], [insurance])
    subjects = in_turn(programs.present(kernel, probe, newlines, more), bench.rounds, bench.logs)
    result = Result("split", f"The splitter alone, {data.size_told([insurance])}", subjects)
    if kernel and probe:
        result.claims.append(ratio_claim("wall ÷ probe, 1 thread", kernel.values("wall"), probe.values("wall")))
    elif not kernel:
        result.notes.append("No micro-benchmark of the splitter was built: ceilings only.")
    return result
