"""What our sheets display is the same in every kind of file: written as .ods, .xlsx and .xls, opened again, cell by cell as shown."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "calc"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from office import SOURCE, Office  # noqa: E402
from workbench import probe, used  # noqa: E402

CLEAN = SOURCE / "samples" / "portefeuille-conforme-2026-06.fods"


def displayed(document):
    """Every cell that shows something, by its sheet and place."""
    shown = {}
    most = 200  # rows of a draft for speed repeat what stands above
    for sheet in document.Sheets:
        last_row, last_column = used(sheet)
        for row in range(min(last_row + 1, most)):
            for column in range(last_column + 1):
                text = sheet.getCellByPosition(column, row).String
                if text:
                    shown[sheet.Name, row, column] = text
    return shown


class Displayed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office("fr")
        cls.office.start()
        cls.addClassCleanup(cls.office.stop)
        folder = tempfile.TemporaryDirectory(prefix="panorama-displayed-")
        cls.addClassCleanup(folder.cleanup)
        cls.here = pathlib.Path(folder.name)

    def test_of_every_number_format(self):
        made = self.here / "brouillon.fods"
        done = probe(self.office, "draft-probe", made)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        self.check(made)

    def test_of_a_comparison_and_a_fiche(self):
        done = probe(self.office, "edition-probe", "compare", CLEAN.with_name("portefeuille-complet-2024-12.fods"), self.here / "compare.ods",
                     CLEAN)
        for path in (self.here / "compare.ods", SOURCE / "samples" / "fiche-exemple.fods", SOURCE / "samples" / "historique-editions.fods"):
            if path.exists():
                with self.subTest(path.name):
                    self.check(path)
        self.assertIn(done.returncode, (0, 1))

    def check(self, path):
        document = self.office.open(path)
        before = displayed(document)
        self.assertTrue(any("%" in text for text in before.values()) or path.suffix == ".fods", "no rate is shown")
        for ending in (".ods", ".xlsx", ".xls"):
            with self.subTest(ending):
                again = self.office.open(self.office.save(document, self.here / ("copie" + ending)))
                after = displayed(again)
                self.office.close(again)
                self.assertEqual({}, {place: (text, after.get(place)) for place, text in before.items() if after.get(place) != text})
        self.office.close(document)


if __name__ == "__main__":
    unittest.main()
