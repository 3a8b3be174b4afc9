"""The same job from insurance.csv.gz, beside the inflaters alone."""
import glob
import os

from .. import data, programs
from ..claims import bounds, ratio_claim
from ..process import measure
from ..result import Result
from ..turns import in_turn

TARGETS = {"M": (1.4, None)}


def run(bench):
    folder = data.gzipped(bench.base_data(), bench.derived("gz"))
    packed = os.path.join(folder, "insurance.csv.gz")
    ours = programs.ours(bench, "taizhang, gz", folder)
    library = inflater_used(bench, ours)
    floors = {
        "libisal": programs.ceiling(bench, "gzprobe, libisal", "gzprobe", [packed, "isal"], [packed]),
        "zlib": programs.ceiling(bench, "gzprobe, zlib", "gzprobe", [packed, "zlib"], [packed]),
    }
    kernel = programs.kernel(bench, "taizhang's inflate alone", ["inflate", packed], [packed], data.row_count(folder, "insurance.csv"))
    peers = [programs.peer(bench, name, folder) for name in bench.peers]
    subjects = programs.present(ours, *floors.values(), kernel, *peers)
    in_turn(subjects, bench.rounds, bench.logs)
    result = Result("gz", f"The job from .csv.gz, {data.size_told(ours.files)}", subjects)
    result.notes.append(f"Inflater that taizhang used: {library}.")
    if floor := floors[library]:
        walls = ours.values("wall"), floor.values("wall")
        result.claims.append(ratio_claim(f"wall ÷ {library} alone", *walls, *bounds(TARGETS, bench.size)))
        if kernel:
            result.claims.append(ratio_claim(f"inflate ÷ {library} alone", kernel.values("wall"), floor.values("wall")))
    return result


def inflater_used(bench, ours):
    """Whether a run opens libisal, by what the dynamic linker says; the run is not counted."""
    trace = os.path.join(bench.logs, "loaded")
    os.makedirs(bench.logs, exist_ok=True)
    for old in glob.glob(trace + ".*"):
        os.remove(old)
    measure(ours.command, os.path.join(bench.logs, "inflater.log"), {"LD_DEBUG": "files", "LD_DEBUG_OUTPUT": trace})
    for path in glob.glob(trace + ".*"):
        with open(path, encoding="utf-8", errors="replace") as file:
            if any("calling init" in line and "libisal" in line for line in file):
                return "libisal"
    return "zlib"
