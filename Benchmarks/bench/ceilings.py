"""The C programs that say how fast it could be."""
import os
import subprocess

from .machine import first_output
from .turns import last_line, say

LIBRARIES = {"nl": ["-lpthread"], "probe": ["-lpthread"], "gzprobe": ["-lisal", "-lz"], "sax": ["-lxml2"], "expat": ["-lexpat"], "xmlscan": []}


def compile_all(peers_dir, folder):
    """Compiles them for this processor. Returns name → path of those that could be compiled."""
    os.makedirs(folder, exist_ok=True)
    programs = {}
    for name, libraries in LIBRARIES.items():
        source, program = os.path.join(peers_dir, "limits", name + ".c"), os.path.join(folder, name)
        if is_newer(program, source) or compiled(source, program, libraries):
            programs[name] = program
    return programs


def is_newer(program, source):
    """Whether the program was made after its source."""
    return os.path.exists(program) and os.path.exists(source) and os.path.getmtime(program) > os.path.getmtime(source)


def compiled(source, program, libraries):
    """Compiles one; says why if that fails."""
    flags = first_output(["xml2-config", "--cflags"]).split() if "-lxml2" in libraries else []
    command = ["gcc", "-O3", "-march=native", *flags, "-o", program, source, *libraries]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        say(f"{os.path.basename(source)} can't be compiled: {last_line(done.stderr)}")
    return done.returncode == 0
