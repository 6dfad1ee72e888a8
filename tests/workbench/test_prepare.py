"""« Préparer la feuille » and « Tableau de bord » on workbooks of users."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "calc"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from office import BUILD, SOURCE, Office  # noqa: E402
from workbench import errors, probe, used  # noqa: E402

PORTFOLIO = SOURCE / "samples" / "portefeuille-conforme-2026-06.fods"
DEFECTS = SOURCE / "samples" / "portefeuille-defauts-2024-12.fods"


class UserWorkbookTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office("fr")
        cls.office.start()
        cls.addClassCleanup(cls.office.stop)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="panorama-workbench-")
        self.addCleanup(folder.cleanup)
        self.here = pathlib.Path(folder.name)

    def open(self, path):
        document = self.office.open(path)
        self.addCleanup(self.office.close, document)
        return document

    def work(self, kind, source):
        """Exit code, what is said, and the document made."""
        target = self.here / "fait.ods"
        done = probe(self.office, "workbench-probe", kind, source, target)
        said = (done.stdout + done.stderr).replace("\u00a0", " ").strip()
        return done.returncode, said, self.open(target) if done.returncode == 0 else None

    def changed_copy(self, change):
        document = self.open(PORTFOLIO)
        change(document, document.Sheets[0])
        return self.office.save(document, self.here / "copie.ods")


class Prepare(UserWorkbookTest):
    def test_nothing_is_lost(self):
        for source in (PORTFOLIO, DEFECTS):
            with self.subTest(source=source.name):
                code, _, document = self.work("prepare", source)
                self.assertEqual(0, code)
                before, after = self.open(source).Sheets[0], document.Sheets[0]
                rows, columns = used(before)
                self.assertEqual((rows, columns), used(after))
                area = (0, 0, columns, rows)
                self.assertEqual(before.getCellRangeByPosition(*area).FormulaArray, after.getCellRangeByPosition(*area).FormulaArray)

    def test_equipment(self):
        _, said, document = self.work("prepare", PORTFOLIO)
        self.assertTrue(said.startswith("16 0|"), said)
        sheet = document.Sheets[0]
        kinds = {}
        header = next(row for row in range(10) if sheet.getCellByPosition(1, row).String == "Nom du projet")
        for column in range(used(sheet)[1] + 1):
            kinds[sheet.getCellByPosition(column, header).String] = sheet.getCellByPosition(column, header + 1).Validation.Type.value
            self.assertEqual("ANY", sheet.getCellByPosition(column, header).Validation.Type.value)  # a header is none of the projects
        self.assertEqual(("LIST", "DATE"), (kinds["Ministère porteur"], kinds["Date de début"]))

    def test_headers_are_added_only_where_asked(self):
        _, said, document = self.work("prepare+", PORTFOLIO)
        sheet = document.Sheets[0]
        missing = said.split("|")[1:]
        added = [sheet.getCellByPosition(column, 3).String for column in range(16, 16 + len(missing))]
        self.assertIn("Responsable", missing)
        self.assertEqual(missing, added)
        # What is added is equipped like the rest, and looks like it.
        self.assertEqual([], [name for i, name in enumerate(added) if not sheet.getCellByPosition(16 + i, 4).Validation.InputMessage])
        self.assertEqual({sheet.getCellByPosition(15, 3).CellBackColor},
                         {sheet.getCellByPosition(16 + i, 3).CellBackColor for i in range(len(added))})

    def test_own_validity_and_formats_stay(self):
        def change(document, sheet):
            cells = sheet.getCellRangeByName("C5:C60")
            validation = cells.Validation
            validation.InputMessage, validation.ShowInputMessage = "À moi", True
            cells.Validation = validation
            sheet.getCellRangeByName("F5").NumberFormat = document.NumberFormats.addNew("YYYY", sheet.CharLocale)

        source = self.changed_copy(change)
        form = self.open(source).Sheets[0].getCellRangeByName("F5").String
        _, _, document = self.work("prepare", source)
        self.assertEqual("À moi", document.Sheets[0].getCellRangeByName("C6").Validation.InputMessage)
        self.assertEqual(form, document.Sheets[0].getCellRangeByName("F5").String)

    def test_refusals(self):
        for change, words in [
            (lambda document, sheet: sheet.protect(""), "est protégée"),
            (lambda document, sheet: sheet.clearContents(1 | 2 | 4 | 16), "Aucun tableau de projets"),
        ]:
            with self.subTest(words=words):
                code, said, _ = self.work("prepare", self.changed_copy(change))
                self.assertEqual(3, code)
                self.assertIn(words, said)


class Dashboard(UserWorkbookTest):
    def rows(self, sheet):
        rows, _ = used(sheet)
        return {sheet.getCellByPosition(0, row).String: row for row in range(rows + 1)}

    def test_dashboard(self):
        code, said, document = self.work("dashboard", PORTFOLIO)
        self.assertEqual((0, "Tableau de bord"), (code, said))
        sheet = document.Sheets.getByName("Tableau de bord")
        self.assertEqual([], errors(sheet))
        self.assertEqual(6, sheet.Charts.Count)
        rows = self.rows(sheet)
        counts = {label: sheet.getCellByPosition(1, rows[label]).Value for label in
                  ("Projets", "entre 9 et 20 M€", "entre 20 et 100 M€", "plus de 100 M€", "En cadrage", "Non communiqué", "Déploiement")}
        self.assertEqual({"Projets": 10, "entre 9 et 20 M€": 5, "entre 20 et 100 M€": 3, "plus de 100 M€": 1, "En cadrage": 1,
                          "Non communiqué": 0, "Déploiement": 3}, counts)
        self.assertAlmostEqual(0.1013, sheet.getCellByPosition(1, rows["Glissement calendaire moyen"]).Value, 3)

    def test_figures_follow_the_cells(self):
        _, _, document = self.work("dashboard", PORTFOLIO)
        source, sheet = document.Sheets[0], document.Sheets.getByName("Tableau de bord")
        rows = self.rows(sheet)
        deployed = sheet.getCellByPosition(1, rows["Déploiement"])
        before = deployed.Value
        for row in range(used(source)[0] + 1):
            cell = source.getCellByPosition(8, row)
            if cell.String == "Expérimentation":
                cell.String = "Déploiement"
                break
        self.assertEqual(before + 1, deployed.Value)

    def test_numbers_typed_as_text_count_in_their_band(self):
        def change(document, sheet):
            rows = used(sheet)[0] + 1
            header = next(row for row in range(10) if sheet.getCellByPosition(1, row).String == "Nom du projet")
            for column in range(used(sheet)[1] + 1):
                if sheet.getCellByPosition(column, header).String.startswith("Coût actualisé"):
                    for row in range(header + 1, rows):
                        cell = sheet.getCellByPosition(column, row)
                        cell.String = cell.String

        _, _, document = self.work("dashboard", self.changed_copy(change))
        sheet = document.Sheets.getByName("Tableau de bord")
        rows = self.rows(sheet)
        self.assertEqual([5, 3, 1, 1, 0], [sheet.getCellByPosition(1, rows[label]).Value for label in
                                           ("entre 9 et 20 M€", "entre 20 et 100 M€", "plus de 100 M€", "En cadrage", "Non communiqué")])

    def test_a_project_too_many_is_said(self):
        _, _, document = self.work("dashboard", PORTFOLIO)
        source, sheet = document.Sheets[0], document.Sheets.getByName("Tableau de bord")
        self.assertEqual("", sheet.getCellRangeByName("A3").String)
        source.Rows.insertByIndex(6, 1)
        source.getCellByPosition(1, 6).String = "NOUVEAU"
        self.assertIn("refaites le tableau de bord", sheet.getCellRangeByName("A3").String)

    def test_a_second_one(self):
        _, _, first = self.work("dashboard", PORTFOLIO)
        self.office.save(first, self.here / "un.ods")
        code, said, document = self.work("dashboard", self.here / "un.ods")
        self.assertEqual((0, "Tableau de bord (2)"), (code, said))
        self.assertEqual(6, document.Sheets.getByName(said).Charts.Count)

    def test_rows_that_come_and_go(self):
        _, _, document = self.work("dashboard", PORTFOLIO)
        source, sheet = document.Sheets[0], document.Sheets.getByName("Tableau de bord")
        rows = self.rows(sheet)
        before = sheet.getCellByPosition(1, rows["Projets"]).Value
        source.Rows.removeByIndex(6, 1)
        self.assertEqual([], errors(sheet))
        self.assertEqual((before - 1, 0), (sheet.getCellByPosition(1, rows["Projets"]).Value, sheet.getCellByPosition(1, rows["Non communiqué"]).Value))
        self.assertTrue(sheet.getCellByPosition(1, rows["Glissement calendaire moyen"]).String.endswith("%"))

    def test_figures_are_those_of_the_checker(self):
        def change(document, sheet):
            """An initial start that most rows leave empty, initial costs in k€, some as text."""
            headers = {sheet.getCellByPosition(column, 3).String: column for column in range(used(sheet)[1] + 1)}
            added = used(sheet)[1] + 1
            sheet.getCellByPosition(added, 3).String = "Début initial"
            start = sheet.getCellByPosition(headers["Date de début"], 4)
            sheet.getCellByPosition(added, 4).Value, sheet.getCellByPosition(added, 4).NumberFormat = start.Value, start.NumberFormat
            initial = next(column for header, column in headers.items() if header.startswith("Coût initial"))
            sheet.getCellByPosition(initial, 3).String = "Coût initial (k€)"
            for row in range(4, used(sheet)[0] + 1):
                cell = sheet.getCellByPosition(initial, row)
                if cell.Type.value == "VALUE":
                    cell.Value *= 1000
                    if row % 2:
                        cell.String = f"{cell.Value:,.0f}".replace(",", " ")

        source = self.changed_copy(change)
        _, _, document = self.work("dashboard", source)
        sheet = document.Sheets.getByName("Tableau de bord")
        rows = self.rows(sheet)
        checked = subprocess.run([BUILD / "panorama-check", "--format", "json", source], capture_output=True, text=True, timeout=120)
        figures = json.loads(checked.stdout)["figures"]
        for label, key in (("Coût total (M€)", "total_m_eur"), ("Glissement budgétaire moyen", "budget_slippage"), ("Glissement calendaire moyen", "calendar_slippage"),
                           ("Durée moyenne (années)", "mean_duration_years")):
            with self.subTest(label):
                self.assertAlmostEqual(figures[key], sheet.getCellByPosition(1, rows[label]).Value, 9)
                self.assertRegex(sheet.getCellByPosition(6, rows[label]).String, "^projets comptés\u00a0: [0-9]+ sur 10$")

    def test_an_edition_before_in_the_workbook(self):
        def change(document, sheet):
            sheet.Name = "2026-06"
            document.Sheets.copyByName("2026-06", "2025-12", 1)

        _, _, document = self.work("dashboard", self.changed_copy(change))
        sheet = document.Sheets.getByName("Tableau de bord")
        rows = self.rows(sheet)
        for label in ("Projets", "Coût total (M€)", "Durée moyenne (années)", "Glissement budgétaire moyen", "Glissement calendaire moyen",
                      "Taux global"):
            with self.subTest(label):
                now, before, change = (sheet.getCellByPosition(column, rows[label]) for column in (1, 2, 3))
                self.assertEqual((now.String, 0.0), (before.String, change.Value))
                self.assertNotEqual("", change.String)

    def test_a_figure_comes_back_with_its_cell(self):
        def change(document, sheet):
            headers = {sheet.getCellByPosition(column, 3).String: column for column in range(used(sheet)[1] + 1)}
            column = next(column for header, column in headers.items() if header.startswith("Coût actualisé"))
            sheet.getCellByPosition(column, 5).String = "x"

        _, _, document = self.work("dashboard", self.changed_copy(change))
        source, sheet = document.Sheets[0], document.Sheets.getByName("Tableau de bord")
        total = sheet.getCellByPosition(1, self.rows(sheet)["Coût total (M€)"])
        before = total.Value
        column = next(column for column in range(30) if source.getCellByPosition(column, 3).String.startswith("Coût actualisé"))
        source.getCellByPosition(column, 5).Value = 7.5
        self.assertAlmostEqual(before + 7.5, total.Value, 9)

    def test_breaks_are_marked(self):
        _, _, document = self.work("dashboard", PORTFOLIO)
        sheet = document.Sheets.getByName("Tableau de bord")
        labels = [sheet.getCellByPosition(0, row).String for row in range(used(sheet)[0] + 1)]
        after = [labels[row + 1] for row, label in enumerate(labels) if label == "‖"]
        self.assertEqual(["3 (06/2017)", "6 (07/2018)", "8 (03/2019)", "12 (11/2020)"], after)
        self.assertEqual(["‖ 2 | 3", "‖ 5 | 6", "‖ 7 | 8", "‖ 11 | 12"], [label.split("\u00a0")[0] for label in labels if " | " in label])

    def test_refusals(self):
        for change, words in [
            (lambda document, sheet: document.protect(""), "structure de ce classeur est protégée"),
            (lambda document, sheet: sheet.clearContents(1 | 2 | 4 | 16), "Aucun tableau de projets"),
        ]:
            with self.subTest(words=words):
                code, said, _ = self.work("dashboard", self.changed_copy(change))
                self.assertEqual(3, code)
                self.assertIn(words, said)


del UserWorkbookTest  # the office is started by the classes above only

if __name__ == "__main__":
    unittest.main()
