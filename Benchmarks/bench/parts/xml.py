"""Reading XML, beside libxml2's SAX parser, expat and a scanner that validates nothing."""
import os

from .. import data, programs
from ..claims import ratio_claim
from ..result import Result
from ..turns import in_turn

TARGET = 1.3
GOAL_WITH_TWO = 0.6


def run(bench):
    file = os.path.join(bench.base_data(), "lowincome.xml")
    one = programs.kernel(bench, "taizhang, 1 thread", ["xml", file], [file])
    two = programs.kernel(bench, f"taizhang, {bench.cores} threads", ["xml-pieces", file], [file])
    sax = programs.ceiling(bench, "libxml2 SAX", "sax", [file], [file])
    expat = programs.ceiling(bench, "expat", "expat", [file], [file])
    scanner = programs.ceiling(bench, "tag scanner, validates nothing", "xmlscan", [file], [file])
    subjects = in_turn(programs.present(one, two, sax, expat, scanner), bench.rounds, bench.logs)
    result = Result("xml", f"XML, {data.size_told([file])}", subjects)
    if not one:
        result.notes.append("No micro-benchmark of XML was built: ceilings only.")
    if one and sax:
        result.claims.append(ratio_claim("wall, 1 thread ÷ libxml2 SAX", one.values("wall"), sax.values("wall"), TARGET))
    if two and sax:
        text = f"wall, {bench.cores} threads ÷ libxml2 SAX"
        result.claims.append(ratio_claim(text, two.values("wall"), sax.values("wall"), None, GOAL_WITH_TWO))
    return result
