"""What all parts share: paths, programs, sizes."""
import os
import subprocess

from . import data, machine
from .programs import kernels_known
from .sizes import SIZES


class Bench:
    """One invocation, set up."""

    def __init__(self, options, root):
        self.root = root
        self.size = SIZES[options.size]
        self.rounds = options.runs or self.size.rounds
        self.peers = list(self.size.peers) if options.peers is None else options.peers
        self.seed, self.cores = options.seed, options.cores
        self.data = os.path.abspath(options.data) if options.data else None
        self.scratch = os.path.abspath(options.scratch)
        self.peers_dir = os.path.abspath(options.peers_dir)
        self.logs = os.path.join(self.scratch, "logs")
        self.python, self.ceilings, self.taizhang, self.microbench, self.kernels = None, {}, None, None, set()

    def use_binaries(self, folder):
        """Takes the programs to be measured from a folder."""
        self.taizhang = os.path.join(folder, "taizhang")
        self.microbench = os.path.join(folder, "microbench")
        if os.path.exists(self.microbench):
            usage = subprocess.run([self.microbench], capture_output=True, text=True, check=False)
            self.kernels = kernels_known(usage.stdout + usage.stderr)

    def base_data(self):
        """The data of this size in UTF-8, made if need be."""
        own = os.path.join(self.scratch, f"{self.size.name}-{self.seed}")
        return data.make(self, self.data or own, self.size, may_replace=not self.data)

    def derived(self, what):
        """A folder in the scratch folder for data of this size in another form."""
        return os.path.join(self.scratch, f"{self.size.name}-{self.seed}-{what}")

    def out(self, name):
        """The folder that a program fills."""
        return os.path.join(self.scratch, "out", "".join(c if c.isalnum() else "-" for c in name))

    def facts(self):
        """What the figures hold for, beside the part itself."""
        counts = ", ".join(f"{name} {count:,}" for name, count in self.size.counts().items())
        return {
            "machine": machine.description(self.cores),
            "compilers": machine.compilers(),
            "libraries": machine.libraries(),
            "data": f"size {self.size.name}: {counts}; seed {self.seed}",
        }
