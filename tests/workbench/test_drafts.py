"""Drafts of sheets written into a document: texts stay texts, numbers and dates are shown as the language does."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "calc"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from cells import result  # noqa: E402
from office import Office  # noqa: E402
from workbench import probe  # noqa: E402

# Cell, formula or text, as shown in French, in English.
SHOWN = [
    ("A3", "=1+1", "=1+1", "=1+1"),
    ("A4", "'0123", "0123", "0123"),
    ("B3", "12.5", "12,50", "12.50"),
    ("B4", "1234.5", "1 234,50", "1,234.50"),
    ("B5", "=B3+B4", "1 247,00", "1,247.00"),
    ("C3", "0.135", "13,5 %", "13.5%"),
    ("C4", "-14.9", "-14,9", "-14.9"),
    ("C5", "45658", "01/01/2025", "01/01/2025"),
    ("B6", '="x"&A4', "x0123", "x0123"),
]


class Drafts(unittest.TestCase):
    def test_cells(self):
        for language, column in (("fr", 2), ("en", 3)):
            with self.subTest(language=language), Office(language, extension=False) as office, tempfile.TemporaryDirectory() as folder:
                target = pathlib.Path(folder) / "draft.fods"
                done = probe(office, "draft-probe", target)
                self.assertEqual((0, ""), (done.returncode, done.stderr))
                first, second, seconds = done.stdout.split("\n")[:3]
                self.assertEqual(("Essai", "Essai (2)"), (first, second))
                self.assertLess(float(seconds), 5)  # 10 000 rows take a quarter of a second on a quiet machine
                document = office.open(target)
                self.check(document.Sheets.getByName("Essai"), column)

    def check(self, sheet, column):
        for row in SHOWN:
            cell = sheet.getCellRangeByName(row[0])
            with self.subTest(cell=row[0]):
                self.assertEqual((row[1], row[column]), (cell.Formula, cell.String.replace("\u00a0", " ").replace("\u202f", " ")))
        self.assertEqual("=1+1", result(sheet.getCellRangeByName("A3")))
        self.assertEqual("{=TRANSPOSE(B3:B4)}", sheet.getCellRangeByName("B7").Formula)
        self.assertEqual("#'Essai'.A1", sheet.getCellRangeByName("A5").TextFields.getByIndex(0).URL.replace("#Essai", "#'Essai'"))
        self.assertTrue(sheet.isProtected())
        self.assertEqual([True, False, False, True], [sheet.Rows.getByIndex(i).IsVisible for i in (2, 3, 4, 5)])
        self.assertEqual(("Panorama titre", "Panorama en-tête", "Panorama en-tête", "Panorama saisie"),
                         tuple(sheet.getCellRangeByName(name).CellStyle for name in ("A1", "A2", "C2", "A6")))
        self.assertFalse(sheet.getCellRangeByName("A6").CellProtection.IsLocked)
        self.assertEqual('"Oui";"Non";"dit ""peut-être"""', sheet.getCellRangeByName("A7").Validation.getFormula1())
        self.assertEqual(1, sheet.Charts.Count)


if __name__ == "__main__":
    unittest.main()
