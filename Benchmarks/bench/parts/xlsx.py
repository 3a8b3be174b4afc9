"""Workbooks of 200,000 rows and 10 columns, read and written beside other libraries."""
import os
import subprocess

from .. import data, programs
from ..claims import Claim, ratio_claim
from ..result import Result
from ..turns import Subject, in_turn, say

ROWS = 200_000
WRITE_SECONDS = 3.0
MEMORY_MIB = 100e6 / (1 << 20)


def run(bench):
    shared, inline = workbook(bench, "rustpy"), workbook(bench, "xlsxwriter")
    groups = {
        "Reading, shared strings": readers(bench, shared, "shared strings"),
        "Reading, inline strings": readers(bench, inline, "inline strings"),
        "Writing": writers(bench),
    }
    subjects = [subject for group in groups.values() for subject in in_turn(group, bench.rounds, bench.logs)]
    title = f"XLSX, {ROWS:,} rows × 10 columns ({data.size_told([shared])} and {data.size_told([inline])})"
    result = Result("xlsx", title, subjects, claims(subjects), groups=groups)
    result.notes.append("Python's figures hold its start and, in writing, the making of the rows, which has a line of its own.")
    if not any(subject.ours for subject in subjects):
        result.notes.append("No micro-benchmark of workbooks was built: peers only.")
    return result


def workbook(bench, tool):
    """A workbook written by a peer; kept."""
    path = os.path.join(bench.scratch, f"{tool}-{ROWS}.xlsx")
    if not os.path.exists(path):
        say(f"writing {path}")
        part = path.removesuffix(".xlsx") + ".part.xlsx"
        subprocess.run(script(bench, "write", tool, part), check=True)
        os.replace(part, path)
    return path


def script(bench, what, tool, path):
    """The peers' script for one library."""
    return [bench.python, os.path.join(bench.peers_dir, "xlsx_peers.py"), what, tool, path, "--rows", str(ROWS)]


def readers(bench, path, kind):
    """Ours and calamine on one workbook."""
    peers = [Subject(f"{tool} reads, {kind}", script(bench, "read", tool, path), [path]) for tool in ("calamine", "polars")]
    return programs.present(programs.kernel(bench, f"taizhang reads, {kind}", ["xlsx-read", path], [path], ROWS), *peers)


def writers(bench):
    """Ours and the two that share its design: XlsxWriter, of which ours is the port to C, and the port to Rust."""
    path = lambda name: os.path.join(bench.scratch, f"written-{name}.xlsx")
    ours = programs.kernel(bench, "taizhang writes", ["xlsx-write", path("taizhang"), str(ROWS)], [], ROWS)
    names = {"xlsxwriter": "XlsxWriter writes", "rustpy": "rust_xlsxwriter writes", "none": "Python makes the rows"}
    peers = [Subject(name, script(bench, "write", tool, path(tool))) for tool, name in names.items()]
    return programs.present(ours, *peers)


def claims(subjects):
    """Reading within calamine's time, writing within three seconds, both in less than 100 MB."""
    by_name = {subject.name: subject for subject in subjects}
    found = []
    for kind in ("shared strings", "inline strings"):
        if ours := by_name.get(f"taizhang reads, {kind}"):
            peer = by_name[f"calamine reads, {kind}"]
            found.append(ratio_claim(f"reading ÷ calamine, {kind}", ours.values("wall"), peer.values("wall"), 1.0))
            found.append(Claim(f"memory in reading, {kind}", ours.median("memory"), MEMORY_MIB, unit="MiB"))
    if ours := by_name.get("taizhang writes"):
        found.append(Claim("writing", ours.median("wall"), WRITE_SECONDS, unit="s"))
        found.append(Claim("memory in writing", ours.median("memory"), MEMORY_MIB, unit="MiB"))
    return found
