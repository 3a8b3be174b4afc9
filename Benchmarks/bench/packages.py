"""Debian and Python packages that a fresh machine lacks."""
import json
import os
import shlex
import subprocess

from .turns import say

DEBIAN = ["gcc", "libc6-dev", "gzip", "git", "libisal-dev", "libexpat1-dev"]

FOR_DATA = ["numpy", "polars", "pyarrow", "lxml"]
FOR_PEERS = {"duckdb": ["duckdb"], "polars": [], "chdb": ["chdb"], "pandas": ["pandas"], "miller": []}
FOR_WORKBOOKS = ["python-calamine", "fastexcel", "openpyxl", "XlsxWriter", "rustpy-xlsxwriter"]

VERSIONS = """import importlib.metadata as m, json, sys
found = {}
for name in sys.argv[1:]:
    try: found[name] = m.version(name)
    except m.PackageNotFoundError: pass
print(json.dumps(found))"""


def install_debian(root, own_python, peers):
    """Installs through scripts/setup, which also tells of a missing Swift; throws CalledProcessError."""
    wanted = DEBIAN + ([] if own_python else ["python3-venv"]) + (["miller"] if "miller" in peers else [])
    script = f"also=({' '.join(map(shlex.quote, wanted))}); . scripts/setup"
    subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=root, check=True)


def python_packages(peers, parts):
    """The Python packages that these peers and parts need."""
    names = FOR_DATA + [package for peer in peers for package in FOR_PEERS[peer]]
    return names + (FOR_WORKBOOKS if "xlsx" in parts else [])


def prepare_python(given, scratch, names):
    """An interpreter with these packages: the one given, or that of a virtual environment in the scratch folder."""
    python = given or os.path.join(scratch, "venv", "bin", "python")
    if not os.path.exists(python):
        if given:
            raise FileNotFoundError(given)
        subprocess.run(["python3", "-m", "venv", os.path.join(scratch, "venv")], check=True)
    missing = [name for name in names if name not in versions(python, names)]
    if missing:
        say(f"installing {' '.join(missing)}")
        subprocess.run([python, "-m", "pip", "install", "--quiet", *missing], check=True)
    return python


def versions(python, names):
    """The versions of those packages that the interpreter has."""
    done = subprocess.run([python, "-c", VERSIONS, *names], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def versions_told(python, names):
    """One line: Python and its packages with their versions."""
    own = subprocess.run([python, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return ", ".join([own] + [f"{name} {version}" for name, version in sorted(versions(python, names).items())])
