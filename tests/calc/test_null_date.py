"""Dates in documents whose day 0 is another one (Tools > Options > LibreOffice Calc > Calculate offers three)."""

import unittest

import uno
from cells import enter
from office import Office

NULL_DATES = [(1899, 12, 30), (1904, 1, 1), (1900, 1, 1)]

SHOWN = [
    ('=DATE.FRANCAISE("avril 15")', "2015-04-01"),
    ('=DATE.FRANCAISE("1er mars 2016")', "2016-03-01"),
    ("=DATE.FRANCAISE(DATE(2015;4;15))", "2015-04-15"),
    ("=FIN.PREVUE(DATE(2015;4;1);5,25)", "2020-07-01"),
    ('=FIN.PREVUE("avril 2015";5,25)', "2020-07-01"),
    ("=FIN.PREVUE(B1;1)", "2021-12-31"),
    ("=AVIS.ECHEANCE(DATE(2021;1;31))", "2021-02-28"),
    ("=AVIS.ECHEANCE(DATE(2021;3;15);10)", "2021-04-25"),
    ("=AVIS.ECHEANCE(B1)", "2021-01-31"),
]

# On either side of the end of a year, where a day 0 taken for another changes the target.
VALUES = [
    ("=ECART.CIBLE(0,24;DATE(2021;1;1))", -1.0),
    ("=ECART.CIBLE(0,24;DATE(2021;12;31))", -1.0),
    ("=ECART.CIBLE(0,24;DATE(2022;1;1))", 9.0),
    ("=DUREE.ANNEES(DATE(2015;4;1);\"juillet 2020\")", 5.25),
    ('=GLISSEMENT.CALENDAIRE("janvier 2021";DATE(2022;1;1);DATE(2022;3;15))', 0.2),
    ("=MAREVA.COUT.ECHEANCIER(C1:C4;{5;5;0;0};{0;0;1;1};DATE(2022;7;1);12)", 11.5),
]


class NullDate(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office("fr")
        cls.office.start()
        cls.addClassCleanup(cls.office.stop)

    def test_null_dates(self):
        for year, month, day in NULL_DATES:
            document = self.office.new()
            document.NullDate = uno.createUnoStruct("com.sun.star.util.Date", day, month, year)
            sheet = document.Sheets[0]
            english = uno.createUnoStruct("com.sun.star.lang.Locale", "en", "US", "")
            formats = document.NumberFormats
            iso = formats.queryKey("YYYY-MM-DD", english, False)
            if iso == -1:
                iso = formats.addNew("YYYY-MM-DD", english)
            sheet.getCellRangeByName("B1").FormulaLocal = "=DATE(2020;12;31)"
            for row, started in enumerate((2020, 2021, 2022, 2023), 1):
                sheet.getCellRangeByName(f"C{row}").FormulaLocal = f"=DATE({started};1;1)"
            cell = sheet.getCellRangeByName("A1")
            cell.NumberFormat = iso
            for formula, wanted in SHOWN:
                with self.subTest(null_date=(year, month, day), formula=formula):
                    enter(cell, formula)
                    self.assertEqual(wanted, cell.String)
            for formula, wanted in VALUES:
                with self.subTest(null_date=(year, month, day), formula=formula):
                    self.assertAlmostEqual(wanted, enter(sheet.getCellRangeByName("A2"), formula), places=10)
            self.office.close(document)


if __name__ == "__main__":
    unittest.main()
