#!/usr/bin/env python3
"""count_rows.py FILE...: data rows of text tables, counted with Python's csv module.

Prints NAME<TAB>ROWS for each table; members of archives as archive.zip!member. A record that spans lines and has another
number of fields than the header is counted line by line, as the program's rules say. Titles above the header, blank
lines and total lines are no rows.
"""
import csv
import gzip
import io
import sys
import zipfile

HEADINGS = {"证件号码", "身份证号", "身份证号码", "公民身份号码", "登记编号", "姓名", "残疾证号", "申请编号", "死亡日期"}
TOTALS = {"合计", "总计", "小计"}


def decode(data):
    """Text in which every byte survives: undecodable ones become lone surrogates."""
    if data.startswith(b"\xff\xfe"):
        return data[2:].decode("utf-16-le", "surrogatepass")
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    texts = [data.decode(name, "surrogateescape") for name in ("utf-8", "gb18030")]
    return min(texts, key=lambda text: sum("\udc80" <= c <= "\udcff" for c in text))


def is_row(fields):
    cells = [cell.strip().replace(" ", "").replace("\u3000", "").rstrip(":：") for cell in fields]
    filled = [cell for cell in cells if cell]
    return bool(filled) and filled[0] not in TOTALS


def rows(text):
    lines = io.StringIO(text, newline="").read().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    delimiter, start, width = None, 0, 0
    best = 0
    for candidate in ",\t;|":
        for number, line in enumerate(lines[:20]):
            cells = [cell.strip().strip('"') for cell in line.split(candidate)]
            known = sum(cell in HEADINGS for cell in cells)
            if known > best:
                best, delimiter, start, width = known, candidate, number + 1, len(cells)
    count, number = 0, start
    while number < len(lines):
        taken = 0

        def feed():
            nonlocal taken
            for line in lines[number:number + 21]:
                taken += 1
                yield line + "\n"

        fields = next(csv.reader(feed(), delimiter=delimiter), [])
        if taken > 1 and len(fields) != width:
            fields = lines[number].split(delimiter)
            count += sum(is_row(lines[at].split(delimiter)) for at in range(number, number + taken))
            number += taken
            continue
        count += is_row(fields)
        number += taken
    return count


def tables(path):
    name = path.rsplit("/", 1)[-1]
    if path.endswith(".zip"):
        with zipfile.ZipFile(path) as archive:
            for member in archive.namelist():
                yield f"{name}!{member}", archive.read(member)
    elif path.endswith(".gz"):
        with gzip.open(path) as file:
            yield name, file.read()
    else:
        with open(path, "rb") as file:
            yield name, file.read()


for argument in sys.argv[1:]:
    for table, content in tables(argument):
        print(table, rows(decode(content)), sep="\t")
