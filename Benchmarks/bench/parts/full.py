"""What the ledger and the digests add to the job, and the shipped pipeline with all its outputs."""
import os
import subprocess

from .. import data, programs
from ..claims import Claim
from ..result import Result, stage_table
from ..sizes import MONTH_OF_RUN
from ..turns import in_turn, say

BYTES_PER_SECOND = 1.6e9
PEOPLE_PER_SECOND = 400_000
SIZES_WITH_TARGET = ("M", "L")
SHIPPED = "shaoguan-monthly.yaml"


def run(bench):
    bare = programs.ours(bench, "benchmark.yaml", bench.base_data())
    kept = programs.ours(bench, "benchmark.yaml with ledger and digests", bench.base_data(), with_ledger(bench))
    made = synth(bench)
    pipeline = os.path.join(bench.root, "pipelines", SHIPPED)
    shipped = programs.ours(bench, f"{SHIPPED} on synth", made, pipeline, checked=False)
    shipped.files = data_files(made)
    in_turn([bare, kept, shipped], min(bench.rounds, 3), bench.logs)
    result = Result("full", "With ledger and digests, and the shipped pipeline", [bare, kept, shipped])
    result.claims = added(bench, bare, kept)
    result.notes.append(
        f"The shipped pipeline reads {data.size_told(shipped.files)} made by `taizhang synth` with as many people and rows, "
        "in mixed encodings; its answer is tested elsewhere, here only its exit code.")
    for subject in (kept, shipped):
        if subject.runs:
            result.tables.append((f"Stages: {subject.name}", *stage_table(subject)))
    if shipped.runs:
        result.tables.append((f"Output: {SHIPPED}", ["files", "count", "MiB"], outputs(shipped.out)))
    return result


def with_ledger(bench):
    """benchmark.yaml with the ledger and the digests of its inputs switched on."""
    source = os.path.join(bench.root, "pipelines")
    folder = os.path.join(bench.scratch, "pipelines")
    os.makedirs(folder, exist_ok=True)
    data.link_folder(os.path.join(source, "tables"), os.path.join(folder, "tables"))
    with open(os.path.join(source, "benchmark.yaml"), encoding="utf-8") as file:
        text = file.read()
    for switch in ("ledger", "inputDigests"):
        if f"\n  {switch}: no\n" not in text:
            raise data.DataError(f"pipelines/benchmark.yaml has no line `{switch}: no`")
        text = text.replace(f"\n  {switch}: no\n", f"\n  {switch}: yes\n")
    path = os.path.join(folder, "benchmark-with-ledger.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def added(bench, bare, kept):
    """The time that both may add, on one core: their bytes and their rows at a fixed pace."""
    size = sum(map(os.path.getsize, data.inputs(bench.base_data())))
    people = data.manifest(bench.base_data())["files"]["unemployed.csv"]["goodRows"]
    allowed = size / BYTES_PER_SECOND + people / PEOPLE_PER_SECOND if bench.size.name in SIZES_WITH_TARGET else None
    difference = lambda what: None if not (bare.runs and kept.runs) else kept.median(what) - bare.median(what)
    return [Claim(f"{text} added", difference(what), allowed, unit="s") for text, what in (("CPU", "cpu"), ("wall", "wall"))]


def synth(bench, relatives=None):
    """The shipped pipeline's exports of the same size, with so many relatives of everybody if that is told; kept."""
    suffix = "" if relatives is None else f"-{relatives}-relatives"
    folder = os.path.join(bench.scratch, f"synth-{bench.size.name}-{bench.seed}{suffix}")
    if not os.path.exists(os.path.join(folder, "whole")):
        say(f"making the shipped pipeline's exports in {folder}")
        command = [bench.taizhang, "synth", "--out", folder, "--months", MONTH_OF_RUN, "--seed", str(bench.seed)]
        command += ["--registered", str(bench.size.registered), "--insurance", str(bench.size.insurance)]
        if relatives is not None:
            command += ["--relatives", str(relatives)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        open(os.path.join(folder, "whole"), "wb").close()
        os.sync()
    return os.path.join(folder, MONTH_OF_RUN)


def data_files(folder):
    """All files below a folder."""
    return [os.path.join(place, name) for place, _, names in os.walk(folder) for name in names]


def outputs(out):
    """Count and size of what was written, by kind of file."""
    kinds = {}
    for path in data_files(out):
        kinds.setdefault(os.path.splitext(path)[1] or os.path.basename(path), []).append(os.path.getsize(path))
    rows = [[kind, str(len(sizes)), f"{sum(sizes) / (1 << 20):.1f}"] for kind, sizes in kinds.items()]
    return sorted(rows, key=lambda row: -float(row[2]))
