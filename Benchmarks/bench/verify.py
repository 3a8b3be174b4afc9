"""Whether a run of the job gave the right answer."""
import csv
import os
import subprocess
import sys

from .data import manifest
from .turns import last_line

# Fields of quarantine files hold whole rows.
csv.field_size_limit(1 << 24)


def job_fault(peers_dir, data, answer):
    """What check.py finds wrong with the two tables in the folder `answer`, or None."""
    command = [sys.executable, os.path.join(peers_dir, "check.py"), data, answer, "--show", "3"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return None if done.returncode == 0 else "wrong answer: " + last_line(done.stdout + done.stderr)


def quarantine_fault(data, quarantine):
    """Whether the rows put aside are those that the generator spoiled, no more, no fewer; None if they are."""
    for name, facts in manifest(data)["files"].items():
        if "raggedAtDataRow" not in facts:
            continue
        source = name.split(".")[0]
        wanted, found = facts["raggedAtDataRow"], rows_put_aside(os.path.join(quarantine, source + ".csv"))
        if len(found) != facts["raggedRows"] or found[: len(wanted)] != wanted:
            return f"quarantine of {source}: {difference(wanted, found)}"
    return None


def rows_put_aside(path):
    """The data rows named in a quarantine file, sorted; none if there is no file."""
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        return sorted(int(row["row"]) for row in csv.DictReader(file))


def difference(wanted, found):
    """The first rows that two lists don't share, in words."""
    missing, surplus = sorted(set(wanted) - set(found))[:3], sorted(set(found) - set(wanted))[:3]
    if not missing and not surplus:
        return f"{len(found)} rows, {len(wanted)} were spoiled"
    return f"rows missing {missing}, rows too many {surplus}"
