"""Runs a program and tells its wall time and peak memory. Called as a program it is the small process between, so that a large caller
does not count: what a process held before it became another program is part of the peak that the system reports."""
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """One measured run."""

    code: int
    seconds: float
    mebibytes: float
    message: str


def run(command, log):
    """Runs a command with its messages in a file; never throws for a command that fails."""
    os.makedirs(os.path.dirname(os.path.abspath(log)), exist_ok=True)
    done = subprocess.run([sys.executable, "-S", "-E", __file__, log, *command], capture_output=True, text=True, check=True)
    return Run(**json.loads(done.stdout), message=last_line(log))


def measured(command, log):
    """Starts the command, waits for it and asks the system what it took."""
    with open(log, "wb") as sink:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return {"code": process.returncode, "seconds": seconds, "mebibytes": usage.ru_maxrss / unit}


def last_line(path):
    """The last line of a text that says something."""
    with open(path, encoding="utf-8", errors="replace") as file:
        lines = [line.strip() for line in file if line.strip()]
    return lines[-1] if lines else ""


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[2:], sys.argv[1])))
