"""The parts of the benchmark, in the order in which they are run and recorded."""
from . import full, gb18030, gz, households, job, ledger, memory, scan, split, xlsx, xml

PARTS = {
    "job": job.run,
    "gz": gz.run,
    "gb18030": gb18030.run,
    "scan": scan.run,
    "split": split.run,
    "xml": xml.run,
    "xlsx": xlsx.run,
    "memory": memory.run,
    "full": full.run,
    "households": households.run,
    "ledger": ledger.run,
}
