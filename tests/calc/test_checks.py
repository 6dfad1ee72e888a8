"""Functions that read cells with their formats: the checks of a range, and renamings between two tables."""

import os
import tempfile
import unittest

from cells import enter, enter_array, result
from office import Office

# All that a table of the dashboard needs.
HEADERS = ["Nom du projet", "Ministère porteur", "Projet interministériel", "Début", "Phase du projet en cours", "Coût estimé",
           "Durée"]
DATES = "YYYY-MM-DD"

# Name, ministry, interministerial, start (a date), phase, cost.
SOUND = ["Projet A", "Ministère de la Culture", "Non", "2019-01-01", "Déploiement", 12.5, 4]
FAULTY = ["Projet B", "Ministère de la Culture", "peut-être", "2018-05-01", "Déploiement", "12,5", 4]


def put(sheet, rows, first_row=0):
    for row, cells in enumerate([HEADERS, *rows]):
        for column, content in enumerate(cells):
            cell = sheet.getCellByPosition(column, first_row + row)
            if isinstance(content, (int, float)):
                cell.Value = content
            elif HEADERS[column] == "Début" and row:
                cell.FormulaLocal = content  # recognised as a date, as when it is typed
            else:
                cell.String = content


class Checks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.offices = {}
        for language in ("fr", "en"):
            cls.offices[language] = Office(language)
            cls.offices[language].start()
            cls.addClassCleanup(cls.offices[language].stop)

    def sheet(self, *rows, language="fr"):
        document = self.offices[language].new()
        self.addCleanup(self.offices[language].close, document)
        put(document.Sheets[0], rows)
        return document, document.Sheets[0]

    def test_counts(self):
        _, sheet = self.sheet(SOUND, FAULTY)
        for formula, expected in [
            ("=CONTROLE.NOMBRE(A1:G2)", 0),
            ("=CONTROLE.NOMBRE(A1:G3)", 2),
            ('=CONTROLE.NOMBRE(A1:G3;"erreur")', 1),
            ('=CONTROLE.NOMBRE(A1:G3;"avertissement")', 2),
            ('=CONTROLE.NOMBRE(A1:G3;;"dashboard")', 2),
            ("=CONTROLE.NOMBRE(A1:F2)", 1),  # a column that is needed is missing
            ("=CONTROLE.NOMBRE(H1:H9)", ("error", 32767)),
            ("=CONTROLE.NOMBRE(A2:G3)", ("error", 32767)),
            ('=CONTROLE.NOMBRE(A1:G3;"grave")', ("error", 502)),
            ('=CONTROLE.NOMBRE(A1:G3;;"inconnu")', ("error", 502)),
        ]:
            with self.subTest(formula=formula):
                self.assertEqual(expected, enter(sheet.getCellRangeByName("J1"), formula))

    def test_english(self):
        _, sheet = self.sheet(SOUND, FAULTY, language="en")
        self.assertEqual(1, enter(sheet.getCellRangeByName("J1"), '=CHECK.COUNT(A1:G3;"error")'))

    def test_findings(self):
        _, sheet = self.sheet(SOUND, FAULTY)
        found = enter_array(sheet.getCellRangeByName("J1:N2"), "=CONTROLE.ANOMALIES(A1:G3)")
        self.assertEqual([["erreur", "C3", "F06", "Projet B"], ["avertissement", "F3", "F04", "Projet B"]],
                         [row[:4] for row in found])
        self.assertIn("peut-être", found[0][4])
        self.assertEqual([[""]], enter_array(sheet.getCellRangeByName("P1:P1"), "=CONTROLE.ANOMALIES(A1:G2)"))

    def test_recalculates_when_a_cell_changes(self):
        _, sheet = self.sheet(SOUND, FAULTY)
        formula = sheet.getCellRangeByName("J1")
        self.assertEqual(2, enter(formula, "=CONTROLE.NOMBRE(A1:G3)"))
        sheet.getCellRangeByName("C3").String = "Oui"
        self.assertEqual(1, result(formula))
        sheet.getCellRangeByName("F3").Value = 12.5
        self.assertEqual(0, result(formula))

    def test_places_are_the_sheet_s(self):
        document, sheet = self.sheet(SOUND)
        put(sheet, [SOUND, FAULTY], first_row=10)
        found = enter_array(sheet.getCellRangeByName("J1:N2"), "=CONTROLE.ANOMALIES(A11:G13)")
        self.assertEqual(["C13", "F13"], [row[1] for row in found])

    def test_renamed(self):
        words = "Le projet rénove les salles informatiques du ministère et regroupe les serveurs dans un centre unique"
        _, sheet = self.sheet()
        earlier = [["Projet", "Description", "Début", "Coût"], ["Ségur", words, "2017-01-01", 33.4], ["Opale", "Paie", "2018-05-01", 12.2]]
        now = [["Projet", "Description", "Début", "Coût"], ["Centre de données", words, "2017-01-01", 33.4], ["Opale", "Paie", "2018-05-01", 12.2]]
        for first, rows in ((20, earlier), (30, now)):
            for row, cells in enumerate(rows):
                for column, content in enumerate(cells):
                    cell = sheet.getCellByPosition(column, first + row)
                    if isinstance(content, float):
                        cell.Value = content
                    else:
                        cell.FormulaLocal = content
        found = enter_array(sheet.getCellRangeByName("J1:L1"), "=EDITION.RENOMMES(A21:D23;A31:D33)")
        self.assertEqual(["Ségur", "Centre de données"], found[0][:2])
        self.assertGreater(found[0][2], 0.8)
        self.assertEqual([[""]], enter_array(sheet.getCellRangeByName("P1:P1"), "=EDITION.RENOMMES(A21:D23;A21:D23)"))
        self.assertEqual(("error", 32767), enter(sheet.getCellRangeByName("Q1"), "=EDITION.RENOMMES(A21:D23;H1:H4)"))

    def test_survives_saving(self):
        for suffix in (".ods", ".xlsx"):
            document, sheet = self.sheet(SOUND, FAULTY)
            enter(sheet.getCellRangeByName("J1"), "=CONTROLE.NOMBRE(A1:G3)")
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, "contrôle" + suffix)
                self.offices["fr"].save(document, path)
                again = self.offices["en"].open(path)
                again.calculateAll()
                cell = again.Sheets[0].getCellRangeByName("J1")
                self.assertIn("CHECK.COUNT(", cell.FormulaLocal)
                self.assertEqual(2, result(cell))
                self.offices["en"].close(again)


if __name__ == "__main__":
    unittest.main()
