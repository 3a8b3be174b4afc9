#!/usr/bin/env python3
"""run_corpus.py BINARY PIPELINE CORPUS WORK [WORD...]: runs the program on the files of the malformed corpus.

Each file (whose name holds one of the words) takes the place of its source in a folder of good ones. Prints a JSON
list: what each run came to, how long it took and how much memory it had, for others to judge.

run_corpus.py BINARY PIPELINE CORPUS WORK --folder DATA SOURCE: the same for one run on a folder as it is.
"""
import csv
import json
import os
import re
import sys
import tempfile
import threading
import time

BINARY, PIPELINE, CORPUS, WORK = sys.argv[1:5]
LONG_AGO = 1_700_000_000
SLOW = ["ledgerWorkbook", "workLists", "report", "quality", "ledger", "inputDigests"]
LONGEST = 2.0


def pipeline(limits):
    """The shipped pipeline without what the corpus does not look at; one faulty row in seven stops nothing."""
    with open(PIPELINE, encoding="utf-8") as file:
        text = file.read()
    text = text.replace("quarantine: {most: 10%, action: stop}", "quarantine: {most: 100%, action: ignore}")
    pairs = [pair.split("=") for pair in limits.split(";") if pair]
    for key, value in [(name, "no") for name in SLOW] + pairs:
        text, count = re.subn(rf"(?m)^  {key}: .*$", f"  {key}: {value}", text)
        assert count == 1, key
    path = os.path.join(WORK, f"pipeline-{limits or 'plain'}.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def read(path):
    with open(path, "rb") as file:
        return file.read()


def place(data, path):
    with open(path, "wb") as file:
        file.write(data)
    os.utime(path, (LONG_AGO, LONG_AGO))


def run(arguments, errors):
    """Exit code, seconds, seconds of the processors and peak KiB of a process."""
    start = time.monotonic()
    null = os.open(os.devnull, os.O_RDWR)
    target = os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    actions = [(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, target, 2)]
    child = os.posix_spawn(BINARY, [BINARY, *arguments], {"LANG": "zh_CN.UTF-8"}, file_actions=actions)
    os.close(null)
    os.close(target)
    _, status, usage = os.wait4(child, 0)
    processor = usage.ru_utime + usage.ru_stime
    return os.waitstatus_to_exitcode(status), time.monotonic() - start, processor, usage.ru_maxrss


def month_of(data, source, limits):
    """What a run on a data folder came to."""
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        out, errors = os.path.join(folder, "out"), os.path.join(folder, "errors")
        status, seconds, processor, peak = run(
            ["run", pipelines[limits], "--month", "2026-10", "--data", data, "--out", out, "--jobs", "2",
             "--log-format", "json"], errors)
        month = os.path.join(out, "2026-10")
        result = {
            "file": "", "status": status, "seconds": seconds, "processorSeconds": processor, "peakKiB": peak,
            "isPublished": os.path.exists(month), "log": read(errors).decode().splitlines(), "quarantine": [],
            "tables": [], "others": [],
        }
        if result["isPublished"]:
            sources = json.loads(read(os.path.join(month, "manifest.json")))["sources"]
            result["tables"] = sources.get(source, {}).get("files", [])
            result["others"] = [
                sum(file["quarantined"].values()) + sum(file["remarks"].values())
                for name in sources if name != source for file in sources[name]["files"]]
            path = os.path.join(month, "quarantine", source + ".csv")
            if os.path.exists(path):
                with open(path, newline="", encoding="utf-8") as file:
                    result["quarantine"] = list(csv.DictReader(file))
        return result


def outcome(line):
    """What a run on a file of the corpus came to."""
    with tempfile.TemporaryDirectory(dir=WORK) as data:
        title = line["delivered_as"].split("_")[0]
        for name, content in good.items():
            if not name.startswith(title):
                place(content, os.path.join(data, name))
        place(read(os.path.join(CORPUS, "files", line["file"])), os.path.join(data, line["delivered_as"]))
        return {**month_of(data, line["source"], line["limits"]), "file": line["file"]}


def work():
    while todo:
        try:
            line = todo.pop()
        except IndexError:
            return
        results[line["file"]] = outcome(line)


for name in ("tables", "match-registered.yaml"):
    os.symlink(os.path.join(os.path.dirname(os.path.abspath(PIPELINE)), name), os.path.join(WORK, name))
if sys.argv[5:6] == ["--folder"]:
    pipelines = {"": pipeline("")}
    json.dump([month_of(sys.argv[6], sys.argv[7], "")], sys.stdout, ensure_ascii=False)
    sys.exit()

with open(os.path.join(CORPUS, "expected.csv"), newline="", encoding="utf-8") as file:
    lines = list(csv.DictReader(file))
lines = [line for line in lines if not sys.argv[5:] or any(word in line["file"] for word in sys.argv[5:])]
good = {name: read(os.path.join(CORPUS, "good", name)) for name in os.listdir(os.path.join(CORPUS, "good"))}
pipelines = {limits: pipeline(limits) for limits in {line["limits"] for line in lines}}
results, todo = {}, lines[::-1]
threads = [threading.Thread(target=work) for _ in range(os.cpu_count() or 1)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
# Who was slow beside others may try again alone.
for line in lines:
    if results[line["file"]]["seconds"] > LONGEST:
        results[line["file"]] = outcome(line)
json.dump(sorted(results.values(), key=lambda result: result["file"]), sys.stdout, ensure_ascii=False)
