"""The shipped pipeline on a month with household books, and on the same month without them."""
import os

from .. import data, programs
from ..claims import Claim, bounds, ratio_claim
from ..result import Result, stage_table
from ..turns import in_turn
from .full import SHIPPED, data_files, synth

RELATIVES = 2
BOOKS = "户籍家庭名册"
TIME = {"M": (2.0, None)}
MEMORY = {"M": (1.5e9 / (1 << 20), None)}


def run(bench):
    pipeline = os.path.join(bench.root, "pipelines", SHIPPED)
    made = synth(bench, RELATIVES)
    subjects = []
    for name, folder in (("without household books", without_books(bench, made)), ("with household books", made)):
        subject = programs.ours(bench, name, folder, pipeline, checked=False)
        subject.files = data_files(folder)
        subjects.append(subject)
    bare, whole = subjects
    in_turn(subjects, min(bench.rounds, 3), bench.logs)
    result = Result("households", "The whole policy, with and without household books", subjects)
    result.claims = [
        ratio_claim("with ÷ without, wall", whole.values("wall"), bare.values("wall"), *bounds(TIME, bench.size)),
        Claim("memory with books", whole.median("memory"), *bounds(MEMORY, bench.size), unit="MiB"),
    ]
    people = bench.size.registered
    result.notes.append(
        f"{people:,} registered people, each with {RELATIVES} others in the household book: {people * (1 + RELATIVES):,} people "
        f"in the spine; {data.size_told(whole.files)} made by `taizhang synth`. Its answer is tested elsewhere, here only its exit code.")
    if whole.runs:
        result.tables.append((f"Stages: {whole.name}", *stage_table(whole)))
    return result


def without_books(bench, made):
    """The same files but the household books, linked."""
    folder = bench.derived("without-books")
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(made):
        link = os.path.join(folder, name)
        if not name.startswith(BOOKS) and not os.path.exists(link):
            os.link(os.path.join(made, name), link)
    return folder
