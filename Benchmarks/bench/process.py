"""Runs one command and measures it."""
import os
import subprocess
import time
from dataclasses import dataclass, field

MIB = 1 << 20


@dataclass
class Run:
    """One measured run of a command and of whatever it started and waited for."""

    code: int
    wall: float
    cpu: float
    """User and system time in seconds."""
    memory: float
    """Most resident memory of the process, in MiB; of several processes, that of the largest."""
    disk: float
    """MiB that had to come from the disk: more than a little means that the files were not in the page cache."""
    others: float
    """The part of the machine's processors that other programs took meanwhile, 0 to 1."""
    output: str = ""
    extra: dict = field(default_factory=dict)


def measure(command, log, env=None):
    """Runs `command` with its output and messages in the file `log`. Never throws for a command that fails."""
    surroundings = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(env or {})}
    with open(log, "wb") as sink:
        busy = busy_seconds()
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink, env=surroundings)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        busy = busy_seconds() - busy
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime
    others = max(0.0, busy - cpu) / (wall * os.cpu_count()) if wall > 0.2 else 0.0
    return Run(process.returncode, wall, cpu, usage.ru_maxrss / 1024, usage.ru_inblock * 512 / MIB, others, tail(log))


def busy_seconds():
    """Seconds that all processors of the machine have worked so far, for anybody."""
    with open("/proc/stat", encoding="ascii") as stat:
        ticks = [int(word) for word in stat.readline().split()[1:9]]
    idle_and_waiting = ticks[3] + ticks[4]
    return (sum(ticks) - idle_and_waiting) / os.sysconf("SC_CLK_TCK")


def tail(path, most=4096):
    """The end of a text file."""
    with open(path, "rb") as file:
        file.seek(max(0, os.path.getsize(path) - most))
        return file.read().decode(errors="replace")


def read_once(paths):
    """Reads files through, so that they lie in the page cache. Returns the bytes read."""
    total = 0
    block = bytearray(MIB)
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            while count := file.readinto(block):
                total += count
    return total
