"""The programs that are measured, as subjects."""
import glob
import json
import os
import re

from . import data, verify
from .sizes import MONTH_OF_RUN
from .turns import Subject, last_line


def ours(bench, name, folder, pipeline=None, checked=True):
    """`taizhang run` on a data folder; each run is held against the truth and its quarantine against the spoiled rows."""
    out = bench.out(name)
    pipeline = pipeline or os.path.join(bench.root, "pipelines", "benchmark.yaml")
    command = [bench.taizhang, "run", pipeline, "--month", MONTH_OF_RUN, "--data", folder, "--out", out]
    month = os.path.join(out, MONTH_OF_RUN)

    def fault(_):
        return verify.job_fault(bench.peers_dir, folder, os.path.join(month, "peers")) or verify.quarantine_fault(
            folder, os.path.join(month, "quarantine"))

    return Subject(
        name, command + ["--jobs", str(bench.cores), "--quiet"], data.inputs(folder), out, fault if checked else None,
        every_run_checked=True, extra=lambda run: stages(out), ours=True)


def stages(out):
    """Seconds by stage, as the run itself wrote them down."""
    records = glob.glob(os.path.join(out, ".runs", "*", "run.json"))
    if len(records) != 1:
        return {}
    with open(records[0], encoding="utf-8") as file:
        record = json.load(file)
    return {"stage " + stage["stage"]: stage["seconds"] for stage in record["stages"]}


def peer(bench, name, folder):
    """The job in another tool; its first run is held against the truth."""
    out = bench.out(name)
    script = os.path.join(bench.peers_dir, "job_miller.sh" if name == "miller" else f"job_{name}.py")
    command = ["bash" if name == "miller" else bench.python, script, folder, out]
    if name == "duckdb":
        command += ["--threads", str(bench.cores)]
    titles = {"duckdb": "DuckDB", "polars": "Polars", "chdb": "ClickHouse (chdb)", "pandas": "pandas", "miller": "Miller"}
    return Subject(
        titles[name], command, data.inputs(folder), out, lambda _: verify.job_fault(bench.peers_dir, folder, out),
        env={"PYTHON": bench.python} if name == "miller" else {})


def peers(bench, folder):
    """All peers asked for."""
    return [peer(bench, name, folder) for name in bench.peers]


def ceiling(bench, name, program, arguments, files):
    """A C program; None if it could not be compiled."""
    path = bench.ceilings.get(program)
    return Subject(name, [path, *arguments], files) if path else None


def probe(bench, name, roster, insurance, threads=None):
    """The yardstick of the scan."""
    arguments = [roster, insurance, str(threads or bench.cores), "read"]
    return ceiling(bench, name, "probe", arguments, [roster, insurance])


def kernel(bench, name, arguments, files, rows):
    """A micro-benchmark of ours that must count so many rows; None if `microbench` is missing or knows no such kernel."""
    if arguments[0] not in bench.kernels:
        return None
    return Subject(
        name, [bench.microbench, *arguments], files, check=lambda run: kernel_fault(run.output, rows),
        every_run_checked=True, extra=lambda run: kernel_figures(run.output), ours=True)


def kernel_fault(output, rows):
    """What is wrong with a kernel's count, or None. The line of headings may count as a row."""
    counted = kernel_figures(output).get("own rows")
    if counted is None:
        return f"no rows: {last_line(output)}"
    return None if counted in (rows, rows + 1) else f"counted {counted} rows of {rows}"


def kernel_figures(output):
    """Rows, bytes and milliseconds out of `rows 10 bytes 20 ms 30` or `10 rows 30 ms`."""
    line = last_line(output)
    if re.match(r"-?\d", line):
        pairs = [(name, value) for value, name in re.findall(r"(-?\d+) (rows|bytes|ms)\b", line)]
    else:
        pairs = re.findall(r"\b(rows|bytes|ms) (-?\d+)", line)
    return {"own " + name: int(value) for name, value in pairs}


def kernels_known(usage):
    """The kernels named in microbench's line of help: `microbench xml FILE | xlsx-read FILE`."""
    return set(re.findall(r"(?:^microbench|\|)\s*([a-z][a-z-]*)", usage, re.MULTILINE))


def present(*subjects):
    """Those that exist."""
    return [subject for subject in subjects if subject is not None]


def quarantine_check(subject, folder):
    """A check of the rows put aside alone."""
    return lambda _: verify.quarantine_fault(folder, os.path.join(subject.out, MONTH_OF_RUN, "quarantine"))
