"""What the figures were taken on: processor, system, compilers, libraries."""
import os
import re
import subprocess

LIBRARIES = {
    "libisal-dev": "libisal",
    "zlib1g-dev": "zlib",
    "libxml2-dev": "libxml2",
    "libexpat1-dev": "expat",
    "libxlsxwriter-dev": "libxlsxwriter",
}


def description(cores):
    """One line: processor, cores used, memory, kernel, system."""
    present = os.cpu_count()
    used = f"{cores} cores" if cores == present else f"{cores} of {present} cores"
    return f"{processor()}, {used}, {memory_told()}, Linux {os.uname().release}, {system_told()}"


def compilers():
    """One line: the compilers of ours and of the C programs."""
    swift = re.search(r"Swift version \S+", first_output(["swift", "--version"]))
    gcc = first_output(["gcc", "--version"]).splitlines()
    return f"{swift.group() if swift else 'no Swift'}, {gcc[0] if gcc else 'no gcc'}"


def libraries():
    """One line: the C libraries with Debian's versions."""
    told = []
    for package, name in LIBRARIES.items():
        version = first_output(["dpkg-query", "-W", "-f", "${Version}", package])
        told.append(f"{name} {version or '–'}")
    return ", ".join(told)


def revision(root):
    """The commit that was measured, with a mark if files differ from it."""
    commit = first_output(["git", "-C", root, "rev-parse", "--short", "HEAD"]).strip()
    changed = first_output(["git", "-C", root, "status", "--porcelain", "--", "Sources", "Package.swift", "pipelines"])
    return (commit or "unknown") + (" and changes" if changed.strip() else "")


def processor():
    """The processor's name."""
    return field("/proc/cpuinfo", "model name") or os.uname().machine


def memory_told():
    """The machine's memory."""
    kib = int((field("/proc/meminfo", "MemTotal") or "0 kB").split()[0])
    return f"{kib / (1 << 20):.0f} GiB"


def memory_available():
    """MiB that programs and the page cache can still have."""
    return int((field("/proc/meminfo", "MemAvailable") or "0 kB").split()[0]) / 1024


def system_told():
    """The distribution's name."""
    return (field("/etc/os-release", "PRETTY_NAME", "=") or "unknown system").strip('"')


def field(path, name, separator=":"):
    """The value of the first line `name: value` of a file."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            key, mark, value = line.partition(separator)
            if mark and key.strip() == name:
                return value.strip()
    return None


def first_output(command):
    """What a command prints; nothing if it fails or is missing."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
