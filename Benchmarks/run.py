#!/usr/bin/env python3
"""The entry of the benchmark: `scripts/bench` calls it. Needs nothing but Python's standard library."""
import sys

sys.dont_write_bytecode = True

from bench.main import main  # noqa: E402

sys.exit(main(sys.argv[1:]))
