"""Sets up, runs the parts, prints and records."""
import datetime
import os
import subprocess

from . import ceilings, machine, packages, page, result as results
from .arguments import parse
from .bench import Bench
from .data import DataError
from .parts import PARTS
from .sizes import SIZES
from .turns import say

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# As scripts/setup has it.
RELEASE = ["swift", "build", "-c", "release", "--static-swift-stdlib"]


def main(arguments):
    """The exit code: 0 measured; 1 an answer of ours was wrong; 64 usage; 66 unfit data; 69 something needed is missing."""
    options = parse(arguments, ROOT)
    bench = Bench(options, ROOT)
    if not os.path.exists(os.path.join(bench.peers_dir, "gen.py")):
        say(f"the peers' programs and the generator are not in {bench.peers_dir}: give their folder by --peers-dir or TAIZHANG_PEERS")
        return 69
    try:
        set_up(bench, options)
    except (OSError, subprocess.CalledProcessError) as error:
        say(f"can't be set up: {error}")
        return 69
    try:
        found = [measured(bench, part) for part in options.only]
    except DataError as error:
        say(str(error))
        return 66
    if options.record:
        keep(bench, options, found)
    return 1 if any(result.is_wrong for result in found) else 0


def set_up(bench, options):
    """Packages, programs, cores."""
    os.makedirs(bench.scratch, exist_ok=True)
    packages.install_debian(ROOT, options.python, bench.peers)
    bench.python = packages.prepare_python(options.python, bench.scratch, python_packages(bench, options))
    bench.ceilings = ceilings.compile_all(bench.peers_dir, os.path.join(bench.scratch, "ceilings"))
    bench.use_binaries(os.path.abspath(options.bin) if options.bin else build())
    if bench.cores < len(os.sched_getaffinity(0)):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: bench.cores])


def python_packages(bench, options):
    """The Python packages of this invocation."""
    return packages.python_packages(bench.peers, options.only)


def build():
    """Builds for release; the folder with the programs."""
    products = ["taizhang"] + (["microbench"] if os.path.isdir(os.path.join(ROOT, "Benchmarks", "microbench")) else [])
    for product in products:
        subprocess.run(RELEASE + ["--product", product], cwd=ROOT, check=True)
    shown = subprocess.run(RELEASE + ["--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    return shown.stdout.strip()


def measured(bench, part):
    """Runs one part and prints what it found."""
    say(f"{part}, size {bench.size.name}:")
    result = PARTS[part](bench)
    print(f"\n{page.heading(part, bench.size.name)}: {result.title}\n")
    for note in result.notes:
        print(note + "\n")
    for title, columns, rows in result.all_tables():
        print(f"{title}\n" if title else "", results.plain(columns, rows), "\n", sep="", flush=True)
    return result


def keep(bench, options, found):
    """Writes the results' page."""
    facts = {
        "date": f"{datetime.date.today():%Y-%m-%d}",
        "program": "given by --bin" if options.bin else f"commit {machine.revision(ROOT)}",
        **bench.facts(),
        "Python": packages.versions_told(bench.python, python_packages(bench, options)),
    }
    sections = {}
    for result in found:
        command = {"command": f"`{command_of(bench, result.part)}`"}
        tables = [(title, results.markdown(columns, rows)) for title, columns, rows in result.all_tables()]
        name = page.heading(result.part, bench.size.name)
        sections[name] = page.section(result, bench.size.name, {**command, **facts}, tables)
    order = [page.heading(part, size) for part in PARTS for size in SIZES]
    page.record(options.record, sections, order)
    say(f"recorded in {options.record}")


def command_of(bench, part):
    """The command that measures one part like this."""
    peers = ",".join(bench.peers) or "none"
    return f"scripts/bench --size {bench.size.name} --only {part} --runs {bench.rounds} --peers {peers} --seed {bench.seed} --cores {bench.cores}"
