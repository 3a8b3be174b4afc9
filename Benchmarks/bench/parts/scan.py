"""The insurance scan alone, beside the probe."""
import os

from .. import data, programs
from ..claims import Claim, bounds, ratio_claim
from ..result import Result, quotient
from ..turns import in_turn

TARGETS = {"M": (1.3, 1.15), "L": (1.3, 1.15)}


def run(bench):
    folder = bench.base_data()
    files = [os.path.join(folder, name) for name in ("unemployed.csv", "insurance.csv")]
    kernel = programs.kernel(bench, "taizhang's scan alone", ["scan", *files], files, data.row_count(folder, "insurance.csv"))
    return by_kernel(bench, kernel, files) if kernel else by_stages(bench, folder, files)


def by_kernel(bench, kernel, files):
    """Both read the roster, then scan; wall of the whole process against wall of the whole process."""
    probe = programs.probe(bench, f"probe, {bench.cores} threads", *files)
    subjects = in_turn(programs.present(kernel, probe), bench.rounds, bench.logs)
    result = Result("scan", "The insurance scan alone", subjects)
    if probe:
        walls = kernel.values("wall"), probe.values("wall")
        result.claims.append(ratio_claim("wall ÷ probe", *walls, *bounds(TARGETS, bench.size)))
    return result


def by_stages(bench, folder, files):
    """The stage `sources` of a run that finds only headings in the other files, against the probe without its roster."""
    ours = programs.ours(bench, "taizhang, insurance only", data.insurance_only(folder, bench.derived("scan")), checked=False)
    ours.check, ours.every_run_checked = programs.quarantine_check(ours, bench.derived("scan")), True
    heading = os.path.join(bench.scratch, "heading.csv")
    data.heading_only(files[1], heading)
    whole = programs.probe(bench, f"probe, {bench.cores} threads", *files)
    roster = programs.probe(bench, "probe, roster only", files[0], heading)
    subjects = in_turn(programs.present(ours, whole, roster), bench.rounds, bench.logs)
    result = Result("scan", "The insurance scan alone", subjects)
    result.notes.append(
        "Of taizhang the stage `sources` of run.json, of the probe its time less that of a run on the roster alone.")
    if whole and roster and whole.runs and roster.runs:
        value = quotient(ours.median("stage sources"), whole.median("wall") - roster.median("wall"))
        result.claims.append(Claim("scan ÷ probe's scan", value, *bounds(TARGETS, bench.size)))
    return result
