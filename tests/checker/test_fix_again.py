"""No fix makes it worse: what --fix writes is checked again, over all tables that people keep.

Nothing is found in the copy that was not found before, no project or amount is lost or changed, and no green verdict turns red."""

import collections
import json
import pathlib
import subprocess
import tempfile
import unittest

from test_checker import CHECKER, SHARED
from test_understanding import A, B, C, CASES, HEADER, put

SAMPLES = pathlib.Path(__file__).parents[2] / "samples"
SPOILT = {  # one sure defect each, of every kind that is mended without asking
    "a name with spaces": put(A, 1, " ALTAÏR "),
    "a name with an invisible mark": put(A, 1, "ALT\u200bAÏR"),
    "a month in words": put(A, 4, "avril 2022"),
    "a date with spaces": put(A, 4, " 01/04/2022"),
    "a date with dots": put(A, 4, "01.04.2022"),
    "a cost in k€": put(A, 8, "20 600 k€"),
    "a cost with its unit": put(A, 8, "20,6 M€"),
    "a cost with odd digits": put(A, 8, "２０,６"),
    "a cost with taxes": put(A, 8, "20,6 M€ TTC"),
    "a cost without taxes": put(A, 8, "20,6 M€ HT"),
    "a cost in scientific notation": put(A, 8, "2,06E1"),
    "a cost to three decimals": put(A, 8, "20.600 M€"),
    "a phase in other words": put(A, 3, "En déploiement"),
    "yes in other words": put(A, 9, "N"),
    "a ministry under another name": put(A, 2, "Ministère de l'Interieur"),
}


class FixedTwice(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        here = pathlib.Path(cls.folder.name)
        tables = {name: "\n".join(lines) for name, (lines, _) in CASES.items()}
        tables |= {name: "\n".join([HEADER, line, B, C]) for name, line in SPOILT.items()}
        cls.files = {}
        for i, (name, text) in enumerate(tables.items()):
            cls.files[name] = here / f"{i:03}.csv"
            cls.files[name].write_text(text + "\n", encoding="utf-8")
        for folder in (SHARED / "cases", SHARED / "data" / "editions", SAMPLES, SAMPLES / "ministeres"):
            cls.files |= {f"{folder.name}/{file.name}": file for file in sorted(folder.glob("*.csv")) if file.stat().st_size < 200_000}
        cls.copies = {}
        for i, (name, file) in enumerate(cls.files.items()):
            copy = here / "copies" / f"{file.stem}-{i:03}.csv"
            copy.parent.mkdir(exist_ok=True)
            subprocess.run([CHECKER, "--edition", "2026-06", "--fix", "--output", copy, file], capture_output=True, timeout=60)
            if copy.exists():
                cls.copies[name] = copy
        cls.before = cls.reports(here / "before.json", cls.files)
        cls.after = cls.reports(here / "after.json", cls.copies)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @staticmethod
    def reports(output, files):
        subprocess.run([CHECKER, "--edition", "2026-06", "--format", "json", "--output", output, *files.values()],
                       capture_output=True, timeout=240)
        return dict(zip(files, map(json.loads, output.read_text("utf-8").split("\n")[:-1])))

    @staticmethod
    def found(report):
        """Each defect at each of its cells, whether it is told alone or with others."""
        return collections.Counter((one["rule"], cell) for one in report["findings"] for cell in one.get("cells", [one["cell"]]))

    def test_nothing_new_is_found(self):
        self.assertGreater(len(self.copies), 150)
        for name, after in self.after.items():
            with self.subTest(name):
                self.assertEqual({}, dict(self.found(after) - self.found(self.before[name])))

    def test_no_figure_changes(self):
        for name, after in self.after.items():
            with self.subTest(name):
                before = self.before[name]["figures"]
                self.assertEqual(before, {key: after["figures"][key] if before[key] is not None else None for key in before})

    def test_no_verdict_gets_worse(self):
        rank = {"ready": 2, "to-correct": 1, "partial": 0, None: -1}
        for name, after in self.after.items():
            with self.subTest(name):
                self.assertGreaterEqual(rank[after["verdict"]], rank[self.before[name]["verdict"]])

    def test_a_second_fix_changes_nothing(self):
        for name, copy in self.copies.items():
            with self.subTest(name):
                again = copy.with_name("again.csv")
                done = subprocess.run([CHECKER, "--edition", "2026-06", "--fix", "--output", again, copy], capture_output=True, text=True, timeout=60)
                self.assertTrue(not again.exists() or again.read_bytes() == copy.read_bytes(), done.stderr)
                again.unlink(missing_ok=True)


if __name__ == "__main__":
    unittest.main()
