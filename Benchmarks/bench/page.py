"""Benchmarks/RESULTS.md: a section a part and size, each with what it was measured on."""
import os
import re

PREAMBLE = """# Results

Measured by `scripts/bench`; nothing here is written by hand. A section is replaced when its part is measured again at that size.
Medians of all runs, least and most in brackets; the programs of a section ran in turn with their files in the page cache. What
each part measures, and what is fair in it, stands in README.md beside this page.
"""


def section(result, size, facts, tables):
    """One part at one size as Markdown."""
    lines = [f"## {heading(result.part, size)}", "", f"{result.title}.", ""]
    lines += [f"- {name}: {value}" for name, value in facts.items()] + [""]
    for note in result.notes:
        lines += [note, ""]
    for title, table in tables:
        lines += ([f"### {title}", ""] if title else []) + [table, ""]
    return "\n".join(lines)


def heading(part, size):
    """The section's name."""
    return f"{part}, {size}"


def updated(page, sections, order):
    """The page with these sections (heading → text) in place of older ones, in the order of parts and sizes."""
    kept = {}
    for text in re.split(r"(?m)^(?=## )", page)[1:]:
        kept[text.splitlines()[0].removeprefix("## ")] = text.rstrip("\n") + "\n"
    kept.update(sections)
    rank = {name: place for place, name in enumerate(order)}
    names = sorted(kept, key=lambda name: (rank.get(name, len(rank)), name))
    return "\n".join([PREAMBLE, *(kept[name].rstrip("\n") + "\n" for name in names)])


def record(path, sections, order):
    """Writes the page."""
    page = ""
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            page = file.read()
    with open(path + ".part", "w", encoding="utf-8") as file:
        file.write(updated(page, sections, order))
    os.replace(path + ".part", path)
