"""The monthly job by pipelines/benchmark.yaml, beside the C probe and other tools."""
import os

from .. import data, programs
from ..claims import Claim, bounds, ratio_claim
from ..result import Result, stage_table
from ..turns import in_turn

PROBE_TARGETS = {"M": (3.0, 2.0), "L": (2.0, 1.6)}
PEER_TARGETS = {"M": (1 / 3, 1 / 5)}
MEMORY_TARGETS = {"L": (900, 400)}


def run(bench):
    folder = bench.base_data()
    roster, insurance = (os.path.join(folder, name) for name in ("unemployed.csv", "insurance.csv"))
    ours = programs.ours(bench, "taizhang", folder)
    probe = programs.probe(bench, f"probe, {bench.cores} threads", roster, insurance)
    peers = programs.peers(bench, folder)
    subjects = in_turn(programs.present(ours, probe, *peers), bench.rounds, bench.logs)
    result = Result("job", f"The whole job, {data.size_told(ours.files)}", subjects, claims(bench, ours, probe, peers))
    result.notes.append(
        "The probe reads the roster and the insurance rows only, and writes nothing: it is a bound, not a competitor.")
    if ours.runs:
        result.tables.append(("Stages of taizhang", *stage_table(ours)))
    return result


def claims(bench, ours, probe, peers):
    """Against the probe, against the best peer, and memory."""
    found = []
    if probe:
        walls = ours.values("wall"), probe.values("wall")
        found.append(ratio_claim("wall ÷ probe", *walls, *bounds(PROBE_TARGETS, bench.size)))
    measured = [peer for peer in peers if peer.runs]
    if measured:
        best = min(measured, key=lambda peer: peer.median("wall"))
        walls = ours.values("wall"), best.values("wall")
        found.append(ratio_claim(f"wall ÷ best peer ({best.name})", *walls, *bounds(PEER_TARGETS, bench.size)))
    found.append(Claim("peak memory", ours.median("memory"), *bounds(MEMORY_TARGETS, bench.size), unit="MiB"))
    return found
