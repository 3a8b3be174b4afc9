"""The files to be measured on: made by the peers' generator, once, and kept."""
import json
import os
import subprocess

from .figures import number
from .process import MIB
from .sizes import MONTH
from .turns import say

CSV_FILES = ("unemployed.csv", "insurance.csv", "pension.csv", "business.csv")


class DataError(Exception):
    """A data folder that can't be used or made."""


def expected_arguments(size, seed, encoding="utf-8"):
    """What manifest.json says of data made with these."""
    plain = {"month": MONTH, "gz": False, "encoding": encoding, "crlf": False, "bom": False, "seed": seed}
    return {**size.counts(), **plain}


def manifest(folder):
    """The generator's account of a folder; None if there is none, or none that is whole."""
    try:
        with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return None


def is_made(folder, arguments):
    """Whether the folder holds what the generator makes from these arguments: the same, and every file of its size."""
    account = manifest(folder)
    if account is None or any(account.get("args", {}).get(k) != v for k, v in arguments.items()):
        return False
    sizes = {name: facts.get("bytes") for name, facts in account["files"].items()}
    return all(os.path.exists(p := os.path.join(folder, n)) and os.path.getsize(p) == b for n, b in sizes.items())


def make(bench, folder, size, encoding="utf-8", may_replace=True):
    """Makes the data unless they are there. A folder that the user named is never written over."""
    arguments = expected_arguments(size, bench.seed, encoding)
    if is_made(folder, arguments):
        return folder
    if not may_replace and os.path.isdir(folder) and os.listdir(folder):
        raise DataError(f"{folder} holds other data than size {size.name} with seed {bench.seed}; name another folder")
    say(f"making {size.insurance:,} insurance rows ({encoding}) in {folder}")
    os.makedirs(folder, exist_ok=True)
    forget(folder)
    command = [bench.python, os.path.join(bench.peers_dir, "gen.py"), "--out", folder, "--month", MONTH]
    command += ["--seed", str(bench.seed), "--encoding", encoding]
    for name, count in size.counts().items():
        command += ["--" + name, str(count)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    os.sync()
    return folder


def gzipped(folder, target):
    """The same data with insurance.csv.gz, by `gzip -6`; the other files are linked."""
    name, packed = "insurance.csv", os.path.join(target, "insurance.csv.gz")
    account = manifest(folder)
    if manifest(target) == account and os.path.exists(packed):
        return target
    say(f"packing {name} in {target}")
    os.makedirs(target, exist_ok=True)
    forget(target)
    for other in ["truth.csv", "lowincome.xml", *CSV_FILES]:
        if other != name:
            link(os.path.join(folder, other), os.path.join(target, other))
    with open(packed, "wb") as file:
        subprocess.run(["gzip", "-6", "-n", "-c", os.path.join(folder, name)], check=True, stdout=file)
    write_manifest(target, account)
    os.sync()
    return target


def insurance_only(folder, target):
    """The same roster and insurance rows, and nothing but headings in the other files: a run reads nothing else."""
    os.makedirs(target, exist_ok=True)
    for name in ("unemployed.csv", "insurance.csv"):
        link(os.path.join(folder, name), os.path.join(target, name))
    for name in ("pension.csv", "business.csv"):
        heading_only(os.path.join(folder, name), os.path.join(target, name))
    with open(os.path.join(target, "lowincome.xml"), "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<低保名册 统计月份="202610">\n</低保名册>\n')
    account = manifest(folder)
    kept = {name: account["files"][name] for name in ("unemployed.csv", "insurance.csv")}
    write_manifest(target, {**account, "files": kept})
    return target


def write_manifest(folder, account):
    """Keeps the account of a folder made from another; written last, it says that the folder is whole."""
    with open(os.path.join(folder, "manifest.json"), "w", encoding="utf-8") as file:
        json.dump(account, file, ensure_ascii=False)


def forget(folder):
    """Takes the account away while files are made, so that a broken-off folder is not taken for a whole one."""
    path = os.path.join(folder, "manifest.json")
    if os.path.exists(path):
        os.remove(path)


def heading_only(source, target):
    """The first line of a CSV file as a file."""
    with open(source, "rb") as whole, open(target, "wb") as head:
        head.write(whole.readline())


def link(source, target):
    """A second name for a file; a symbolic link where the file system has no other."""
    if os.path.lexists(target):
        os.remove(target)
    try:
        os.link(source, target)
    except OSError:
        os.symlink(os.path.abspath(source), target)


def row_count(folder, name):
    """Data rows of a CSV file, ragged ones too, or members in the families' list."""
    facts = manifest(folder)["files"][name]
    return facts["members"] if "members" in facts else facts["goodRows"] + facts["raggedRows"]


def inputs(folder):
    """The files of the job in a folder, with their paths."""
    names = [*CSV_FILES, "insurance.csv.gz", "lowincome.xml"]
    return [path for name in names if os.path.exists(path := os.path.join(folder, name))]


def size_told(paths):
    """The files' size together, as in `1.67 GB`."""
    total = sum(map(os.path.getsize, paths))
    return f"{total / 1e9:.2f} GB" if total > 1e9 else f"{number(total / MIB)} MiB"


def link_folder(source, target):
    """A symbolic link to a folder."""
    if os.path.lexists(target):
        os.remove(target)
    os.symlink(os.path.abspath(source), target)
