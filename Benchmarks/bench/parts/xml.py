"""Reading XML, beside libxml2's SAX parser, expat and a scanner that validates nothing."""
import os

from .. import data, programs
from ..claims import bounds, ratio_claim
from ..result import Result
from ..turns import in_turn

TARGETS = {"M": (1.3, None)}
TARGETS_WITH_TWO = {"M": (None, 0.6)}


def run(bench):
    folder = bench.base_data()
    file, rows = os.path.join(folder, "lowincome.xml"), data.row_count(folder, "lowincome.xml")
    one = programs.kernel(bench, "taizhang, 1 thread", ["xml", file], [file], rows)
    two = programs.kernel(bench, f"taizhang, {bench.cores} threads", ["xml-pieces", file], [file], rows)
    sax = programs.ceiling(bench, "libxml2 SAX", "sax", [file], [file])
    expat = programs.ceiling(bench, "expat", "expat", [file], [file])
    scanner = programs.ceiling(bench, "tag scanner, validates nothing", "xmlscan", [file], [file])
    subjects = in_turn(programs.present(one, two, sax, expat, scanner), bench.rounds, bench.logs)
    result = Result("xml", f"XML, {data.size_told([file])}", subjects)
    if not one:
        result.notes.append("No micro-benchmark of XML was built: ceilings only.")
    if one and sax:
        walls = one.values("wall"), sax.values("wall")
        result.claims.append(ratio_claim("wall, 1 thread ÷ libxml2 SAX", *walls, *bounds(TARGETS, bench.size)))
    if two and sax:
        walls = two.values("wall"), sax.values("wall")
        text = f"wall, {bench.cores} threads ÷ libxml2 SAX"
        result.claims.append(ratio_claim(text, *walls, *bounds(TARGETS_WITH_TWO, bench.size)))
    return result
