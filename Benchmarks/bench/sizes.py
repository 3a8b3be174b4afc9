"""The three sizes of the job, in the generator's terms."""
from dataclasses import dataclass, replace

MONTH = "202610"
MONTH_OF_RUN = "2026-10"


@dataclass(frozen=True)
class Size:
    """How many people and rows the generator makes."""

    name: str
    registered: int
    insurance: int
    pension: int
    business: int
    families: int
    rounds: int
    """Runs of each program unless told otherwise."""
    peers: tuple
    """Other tools unless told otherwise."""

    def counts(self):
        """The generator's counts by the names of its arguments."""
        names = ("registered", "insurance", "pension", "business", "families")
        return {name: getattr(self, name) for name in names}

    def with_insurance(self, rows):
        """The same people and another number of insurance rows."""
        return replace(self, insurance=rows)


ALL_PEERS = ("duckdb", "polars", "chdb", "pandas", "miller")

SIZES = {
    "S": Size("S", 100_000, 1_000_000, 100_000, 50_000, 20_000, 5, ("duckdb", "polars", "chdb")),
    "M": Size("M", 300_000, 10_000_000, 500_000, 300_000, 100_000, 5, ("duckdb", "polars", "chdb")),
    "L": Size("L", 1_000_000, 60_000_000, 1_000_000, 500_000, 400_000, 1, ("polars",)),
}
