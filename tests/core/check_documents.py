#!/usr/bin/env python3
"""Holds what README, CONTRIBUTING and docs/architecture.md name against what there is.

    check_documents.py FOLDER

Every path they write exists; those of the tables that send people somewhere are written in full. Every folder of src/rooms.txt
stands in the table of rooms, and every type or function that docs/architecture.md names is one of the sources."""

import fnmatch
import re
import sys
from pathlib import Path

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/architecture.md")
# The columns of tables that say where things stand, by the first column's title.
TABLES = {"to change": (1, 2), "folder": (0,)}
# What is made by building, or lies beside the project.
MADE = re.compile(r"(\.\./shared|build(-\w+)?/|platform/|libpanoramacalc\.so)")
QUOTED = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"[\w.*-]+(/[\w.*-]+)*/?")
LINK = re.compile(r"\]\(([^)#:]+)\)")
NAME = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)*|[a-z]+(?:[A-Z][a-z]+)+")
ENDING = re.compile(r"\.[a-z]{1,5}$")


def is_path(token):
    return bool(PATH.fullmatch(token) and ("/" in token or ENDING.search(token)))


def tree(root):
    """The project's files and folders, without what was built."""
    found = set()
    for entry in root.iterdir():
        if entry.name.startswith(".") or entry.name.startswith("build"):
            continue
        found.add(entry.name)
        if entry.is_dir():
            found.update(str(path.relative_to(root)) for path in entry.rglob("*") if "__pycache__" not in path.parts)
    return found


def rows(text):
    """Each row of the tables that say where things stand: the title of its first column, and its cells of paths."""
    title = None
    for line in text.splitlines():
        if not line.startswith("|"):
            title = None
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        title = title or cells[0]
        if title in TABLES and cells[0] != title:
            yield title, [cells[column] for column in TABLES[title] if column < len(cells)]


class Documents:
    def __init__(self, root):
        self.root = root
        self.tree = tree(root)
        self.top = {path for path in self.tree if "/" not in path and (root / path).is_dir()}
        self.problems = []

    def exists(self, path):
        return bool(fnmatch.filter(self.tree, path.rstrip("/")))

    def stands_somewhere(self, path):
        """A path may leave out folders before it and the ending of a file."""
        path = path.rstrip("/")
        return any(self.exists(pattern) for pattern in (path, "*/" + path, path + ".*", "*/" + path + ".*"))

    def check_paths(self, document, text):
        written = {token for token in QUOTED.findall(text) if is_path(token)}
        for path in sorted(written):
            if not MADE.match(path) and not self.stands_somewhere(path):
                self.problems.append(f"{document}: there is no {path}")
        spelled = re.findall(rf"(?<![\w./`-])(?:{'|'.join(sorted(self.top))})/[\w./*-]*[\w*]", text)
        for path in sorted(set(spelled) - written):
            if not self.exists(path):
                self.problems.append(f"{document}: there is no {path}")
        for link in sorted(set(LINK.findall(text))):
            if not ((self.root / document).parent / link).exists():
                self.problems.append(f"{document}: leads to {link}, which is not there")

    def check_tables(self, document, text):
        """The folders that the table of rooms names."""
        rooms = set()
        for title, cells in rows(text):
            paths = [path for cell in cells for path in QUOTED.findall(cell) if title == "folder" or is_path(path)]
            for path in paths:
                if not self.exists(path):
                    self.problems.append(f"{document}: {path} in a table is no path from the top of the project")
            if title == "folder":
                rooms.update(paths)
        return rooms

    def check_rooms(self, document, told):
        lines = (self.root / "src/rooms.txt").read_text().splitlines()
        there = {f"src/{room}" for line in lines if not line.startswith("#") for room in line.split()}
        for room in sorted(there - told):
            # A room that only holds others is told by them.
            if not any(other.startswith(room + "/") for other in told):
                self.problems.append(f"{document}: says nothing of {room}")

    def check_names(self, document, text):
        sources = "\n".join(path.read_text() for path in (self.root / "src").rglob("*.?pp"))
        words = set(re.findall(r"\w+", sources))
        for name in sorted(set(QUOTED.findall(text))):
            if NAME.fullmatch(name) and name not in words:
                self.problems.append(f"{document}: nothing is called {name}")

    def check(self):
        for document in DOCUMENTS:
            text = (self.root / document).read_text()
            self.check_paths(document, text)
            told = self.check_tables(document, text)
            if document == "docs/architecture.md":
                self.check_rooms(document, told)
                self.check_names(document, text)
        return self.problems


def main():
    problems = Documents(Path(sys.argv[1]).resolve()).check()
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
