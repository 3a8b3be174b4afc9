"""A ledger of twelve months: its size, how long a month takes to write, and the questions asked of it."""
import csv
import glob
import json
import os
import statistics
import subprocess

from .. import data
from ..claims import Claim
from ..figures import number
from ..process import measure
from ..result import Result
from ..turns import say
from .full import SHIPPED

MONTHS = [f"{2025 + (10 + n) // 12}-{(10 + n) % 12 + 1:02}" for n in range(12)]
SWITCHED_OFF = ("ledgerWorkbook", "workLists", "serviceWorkbook", "quarantineWorkbooks")
EXPLAIN_SECONDS = 0.05


def run(bench):
    folder = os.path.join(bench.scratch, f"ledger-{bench.size.name}-{bench.seed}")
    exports, out = os.path.join(folder, "x"), os.path.join(folder, "out")
    make(bench, exports)
    pipeline = without_workbooks(bench)
    for month in MONTHS:
        if not os.path.isdir(os.path.join(out, month)):
            say(f"running {month}")
            command = [bench.taizhang, "run", pipeline, "--month", month, "--data", os.path.join(exports, month), "--out", out]
            subprocess.run(command + ["--jobs", str(bench.cores), "--quiet"], check=True)
    ledger = os.path.join(out, "ledger.sqlite")
    result = Result("ledger", "A ledger of twelve months")
    months, size = month_rows(out), os.path.getsize(ledger)
    people = sum(row["people"] for row in months)
    asked = questions(bench, ledger, out)
    changed = min(row["changed"] for row in months[1:])
    result.claims = [
        Claim("explain, wall", asked["explain"], EXPLAIN_SECONDS, unit="s"),
        Claim("fewest statuses changed in a month", changed, None, unit="%"),
    ]
    result.notes.append(
        f"{bench.size.registered:,} registered people, {len(MONTHS)} months made by `taizhang synth`, run one after the other by "
        f"{SHIPPED} without workbooks ({', '.join(SWITCHED_OFF)}: no). The ledger holds {people:,} people × months in "
        f"{size / 1e9:.2f} GB: {size / people:.0f} bytes each, evidence included.")
    result.tables = [
        ("Months", ["month", "people", "changed, %", "whole run, s", "decisions and ledger, s", "memory, MiB"],
         [[row["month"], f"{row['people']:,}", number(row["changed"]), number(row["seconds"]), number(row["decisions"]), str(row["memory"])]
          for row in months]),
        ("Questions, median of five (verify once)", ["command", "s"], [[name, number(seconds)] for name, seconds in asked.items()]),
    ]
    return result


def make(bench, folder):
    """The exports of all months, with few insurance rows: the ledger does not depend on the others."""
    if os.path.exists(os.path.join(folder, "whole")):
        return
    say(f"making twelve months of exports in {folder}")
    people = bench.size.registered
    command = [bench.taizhang, "synth", "--out", folder, "--months", f"{MONTHS[0]}..{MONTHS[-1]}", "--seed", str(bench.seed)]
    command += ["--registered", str(people), "--insurance", str(people * 3 // 2), "--relatives", "0"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    open(os.path.join(folder, "whole"), "wb").close()


def without_workbooks(bench):
    """The shipped pipeline without the outputs that are no part of the ledger."""
    folder = os.path.join(bench.scratch, "pipelines-ledger")
    source = os.path.join(bench.root, "pipelines")
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(source):
        if not name.endswith(".json"):
            link = data.link_folder if os.path.isdir(os.path.join(source, name)) else link_file
            link(os.path.join(source, name), os.path.join(folder, name))
    path = os.path.join(folder, SHIPPED)
    with open(os.path.join(source, SHIPPED), encoding="utf-8") as file:
        text = file.read()
    for switch in SWITCHED_OFF:
        if f"\n  {switch}: yes\n" not in text:
            raise data.DataError(f"pipelines/{SHIPPED} has no line `{switch}: yes`")
        text = text.replace(f"\n  {switch}: yes\n", f"\n  {switch}: no\n")
    os.remove(path)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def link_file(source, target):
    """A link, in place of an older one."""
    if os.path.lexists(target):
        os.remove(target)
    os.link(source, target)


def month_rows(out):
    """What each month's run wrote down of itself."""
    rows = []
    for path in sorted(glob.glob(os.path.join(out, ".runs", "*", "run.json"))):
        with open(path, encoding="utf-8") as file:
            record = json.load(file)
        with open(os.path.join(out, record["month"], "manifest.json"), encoding="utf-8") as file:
            people = json.load(file)["people"]
        same = sum(people["changes"].get(kind, 0) for kind in ("unchanged", "registered", "returned"))
        stages = {stage["stage"]: stage["seconds"] for stage in record["stages"]}
        rows.append({
            "month": record["month"], "people": people["registered"], "changed": 100 * (1 - same / people["registered"]),
            "seconds": record["seconds"], "decisions": stages.get("decisions", 0), "memory": record["peakMemoryMiB"]})
    return sorted(rows, key=lambda row: row["month"])


def questions(bench, ledger, out):
    """Seconds by command: medians of five."""
    last, before = MONTHS[-1], MONTHS[-2]
    scratch = bench.derived("ledger-again")
    for folder in (scratch, bench.logs):
        os.makedirs(folder, exist_ok=True)
    with open(os.path.join(out, last, "ledger.csv"), encoding="utf-8", newline="") as file:
        numbers = [row["registration_number"] for _, row in zip(range(5), csv.DictReader(file))]
    at = ["--ledger", ledger]
    several = {
        "explain": [["explain", number, *at] for number in numbers],
        f"diff {before} {last}": [["diff", before, last, *at]] * 5,
        "report": [["report", "--month", last, "--out", scratch, *at]] * 5,
    }
    once = {"ledger verify": [["ledger", "verify", *at]]}
    asked = {}
    for name, commands in {**several, **once}.items():
        say(name)
        runs = [measure([bench.taizhang, *command], os.path.join(bench.logs, "ledger.log")) for command in commands]
        for bad in (run for run in runs if run.code):
            raise data.DataError(f"{name} ended with {bad.code}: {bad.output[-300:]}")
        asked[name] = statistics.median(run.wall for run in runs)
    return asked
