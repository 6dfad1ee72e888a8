"""The fiche projet in Calc: empty, filled, taken over into a new edition, checked; and the fiches that are handed out."""

import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "calc"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts" / "samples"))

import example_fiche  # noqa: E402
import fiche_samples  # noqa: E402
from office import BUILD, SOURCE, Office  # noqa: E402
from workbench import LABEL, VALUE, YEARS, errors, fill, probe, put, row_of, used, value_of  # noqa: E402

SAMPLES = SOURCE / "samples"
TEMPLATE = SOURCE / "extension" / "office-templates" / "Panorama" / "fiche-projet.ots"
CHECKER = BUILD / "panorama-check"

# What the example's computed cells must show, worked out by hand.
COMPUTED = {
    "Avancement de la fiche": "Tout ce qui est attendu est rempli",
    "Constats du contrôle": "0",
    "Glissement budgétaire": "29,3 %",   # 18.1 / 14 - 1
    "Durée prévisionnelle": "4,4",
    "Coût estimé par tranche": "entre 9 et 20 M€",
    "Date de recalage": "18/09/2025",
    "Coût de construction": "13,48",     # (5.2 + 0.8 + ...) with VAT where it was left out, without payroll
    "Masse salariale": "2,30",
    "MCO annuel": "1,16",                # 0.8 with 20 % VAT and 0.2 of payroll
    "Coût complet MAREVA": "18,10",      # 13.48 + 2.30 + 2 x 1.16
    "Échéance de l’avis": "06/12/2023",  # one month after 2023-11-06
    "Audits de suivi": "Choix de l’architecture",
    "Mission de sécurisation": "Appui au pilotage du lot 2",
}


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class FicheTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office("fr")
        cls.office.start()
        cls.addClassCleanup(cls.office.stop)
        folder = tempfile.TemporaryDirectory(prefix="panorama-fiche-")
        cls.addClassCleanup(folder.cleanup)
        cls.here = pathlib.Path(folder.name)
        done = probe(cls.office, "workbench-probe", "fiche", cls.here / "fiche.fods")
        assert done.returncode == 0, done.stdout + done.stderr

    def fiche(self, name="fiche.fods"):
        document = self.office.open(self.here / name)
        self.addCleanup(self.office.close, document)
        return document, document.Sheets[0]

    def filled(self):
        document, sheet = self.fiche()
        fill(sheet, example_fiche.LINES, example_fiche.TABLES)
        put(sheet.getCellByPosition(YEARS, row_of(sheet, "Nature de dépense")), example_fiche.FIRST_PERIOD)
        return document, sheet

    def test_empty(self):
        document, sheet = self.fiche()
        self.assertEqual(1, len(document.Sheets))
        self.assertEqual([], errors(sheet))
        self.assertEqual("À compléter", value_of(sheet, "Avancement de la fiche").String)
        self.assertEqual("", value_of(sheet, "Constats du contrôle").String)
        inputs = [row for row in range(used(sheet)[0] + 1) if sheet.getCellByPosition(VALUE, row).CellStyle == "Panorama saisie"
                  and sheet.Rows.getByIndex(row).IsVisible]
        self.assertEqual(12, len(inputs))

    def test_cells_are_protected_but_where_they_are_filled_in(self):
        _, sheet = self.fiche()
        self.assertTrue(sheet.isProtected())
        for label, locked in [("Nom du projet", False), ("Coût actualisé", False), ("Glissement budgétaire", True)]:
            with self.subTest(label=label):
                self.assertEqual(locked, value_of(sheet, label).CellProtection.IsLocked)
                self.assertTrue(sheet.getCellByPosition(LABEL, row_of(sheet, label)).CellProtection.IsLocked)

    def test_lists_and_helps(self):
        _, sheet = self.fiche()
        for label, kind, part_of_list, part_of_help in [
            ("Phase du projet en cours", "LIST", '"Conception / Réalisation"', "cinq phases"),
            ("Ministère porteur", "LIST", '"Ministère de la Culture"', "date de l’édition"),
            ("Causes du glissement", "LIST", '"C01 Besoin ou périmètre modifié"', "ne sont pas publiées"),
            ("Début", "DATE", "", "Une date"),
            ("Coût actualisé", "DECIMAL", "", "24 mois de MCO"),
            ("Nom du projet", "ANY", "", "Un nom sur une seule ligne"),
        ]:
            with self.subTest(label=label):
                validation = value_of(sheet, label).Validation
                self.assertEqual(kind, validation.Type.value)
                self.assertIn(part_of_list, validation.getFormula1())
                self.assertIn(part_of_help, validation.InputMessage)
                self.assertTrue(validation.ShowInputMessage)

    def test_filled(self):
        _, sheet = self.filled()
        self.assertEqual([], errors(sheet))
        for label, shown in COMPUTED.items():
            with self.subTest(label=label):
                self.assertEqual(shown, plain(value_of(sheet, label).String))
        self.assertTrue(value_of(sheet, "Jalons").String.startswith("2024-02-20 : Marché notifié ; 2026-11-30 : "))

    def test_withheld_figures_have_no_rate(self):
        for label, value in [("Diffusion", "Révision de trajectoire"), ("Phase du projet en cours", "Cadrage")]:
            with self.subTest(value):
                _, sheet = self.filled()
                put(value_of(sheet, label), value)
                for rate in ("Glissement budgétaire", "Glissement calendaire"):
                    self.assertEqual("", value_of(sheet, rate).String)

    def test_half_filled_shows_no_error(self):
        for label, value in [("Coût actualisé", "En cadrage"), ("Coût initial", 0), ("Début", "bientôt"), ("Mise en service", datetime.date(2020, 1, 1)),
                             ("Jours de suspension", "?"), ("Taux de TVA", "vingt"), ("Fin actualisée", datetime.date(1995, 1, 1))]:
            with self.subTest(label=label):
                _, sheet = self.filled()
                put(value_of(sheet, label), value)
                self.assertEqual([], errors(sheet))

    def marked(self, sheet):
        """The labels beside which something is to be completed."""
        return [sheet.getCellByPosition(LABEL, row).String for row in range(used(sheet)[0] + 1)
                if sheet.getCellByPosition(0, row).String == "à compléter"]

    def test_cadrage_needs_no_figures(self):
        known = ["Identifiant", "Nom du projet", "Ministère porteur", "Date des données", "Responsable", "Projet interministériel",
                 "Description et objectifs du projet"]
        for phase, diffusion in [("Cadrage", "En cadrage"), ("Cadrage", "Publiable"), ("Conception / Réalisation", "En cadrage")]:
            with self.subTest(phase=phase, diffusion=diffusion):
                _, sheet = self.fiche()
                put(value_of(sheet, "Phase du projet en cours"), phase)
                put(value_of(sheet, "Diffusion"), diffusion)
                self.assertEqual("Reste à compléter : 7", plain(value_of(sheet, "Avancement de la fiche").String))
                for label in known:
                    put(value_of(sheet, label), example_fiche.LINES[label])
                self.assertEqual([], self.marked(sheet))
                self.assertEqual("Tout ce qui est attendu est rempli", value_of(sheet, "Avancement de la fiche").String)
                self.assertEqual("0", value_of(sheet, "Constats du contrôle").String)
                self.assertEqual([], errors(sheet))

    def test_figures_are_expected_past_cadrage(self):
        _, sheet = self.filled()
        for label in ("Début", "Fin actualisée", "Coût actualisé", "Dépensé à date", "Début initial", "Fin initiale", "Coût initial",
                      "Programme de financement", "TTC ou HT", "Année des prix"):
            value_of(sheet, label).String = ""
        self.assertEqual(10, len(self.marked(sheet)), self.marked(sheet))
        put(value_of(sheet, "Phase du projet en cours"), "Cadrage")
        self.assertEqual([], self.marked(sheet))

    def test_a_rate_past_15_percent_asks_for_its_reason(self):
        asked = ["Causes du glissement", "Commentaire"]
        for label, value, marks in [("Coût actualisé", 16.1, []),  # 15 % exactly, as rule R15 counts it
                                    ("Coût actualisé", 16.2, asked), ("Fin actualisée", datetime.date(2028, 6, 30), asked)]:
            with self.subTest(label=label, value=value):
                _, sheet = self.filled()
                put(value_of(sheet, "Coût actualisé"), 14)
                put(value_of(sheet, "Fin actualisée"), datetime.date(2027, 9, 30))
                for cell in asked:
                    value_of(sheet, cell).String = ""
                put(value_of(sheet, label), value)
                self.assertEqual(marks, self.marked(sheet))
                put(value_of(sheet, "Diffusion"), "Révision de trajectoire")  # no rate is shown
                self.assertEqual([], self.marked(sheet))

    def test_no_total_with_vat_without_its_rate(self):
        _, sheet = self.filled()
        rate, cells = value_of(sheet, "Taux de TVA"), [value_of(sheet, label) for label in ("Coût de construction", "Coût complet MAREVA", "MCO annuel")]
        before = [cell.String for cell in cells]
        rate.String = ""
        self.assertEqual(["", "", ""], [cell.String for cell in cells])
        self.assertEqual((["Taux de TVA"], []), (self.marked(sheet), errors(sheet)))
        rate.Value = 0.2
        self.assertEqual((before, []), ([cell.String for cell in cells], self.marked(sheet)))

    def test_three_milestones_are_expected_past_cadrage(self):
        _, sheet = self.filled()
        first = row_of(sheet, "Étape") + 1
        for row in range(first + 2, first + 4):
            sheet.getCellByPosition(LABEL, row).String = ""
        self.assertEqual(["Étapes marquantes : trois au moins, dans l’ordre"], [plain(label) for label in self.marked(sheet)])
        put(value_of(sheet, "Phase du projet en cours"), "Cadrage")
        self.assertEqual([], self.marked(sheet))

    def test_complete_does_not_hide_findings(self):
        _, sheet = self.filled()
        put(value_of(sheet, "Dépensé à date"), 99)
        self.assertEqual("Tout ce qui est attendu est rempli ; voir les constats", plain(value_of(sheet, "Avancement de la fiche").String))
        self.assertGreater(value_of(sheet, "Constats du contrôle").Value, 0)

    def test_opinion_that_was_given_is_said_to_be(self):
        status = "Situation au regard de l’article 3"
        for changes, shown in [
            ({}, "avis conforme rendu le 04/12/2023"),
            ({"Date de l’avis": ""}, "avis conforme attendu au dossier"),
            ({"Régime de l’avis": "tutelle"}, "avis avec recommandations rendu le 04/12/2023"),
            ({"Phase du projet en cours": "Cadrage"}, "avis conforme rendu le 04/12/2023"),
            ({"Phase du projet en cours": "Cadrage", "Date de l’avis": ""}, "avis conforme requis avant contractualisation"),
            ({"Régime de l’avis": "hors champ"}, "hors champ"),
            ({"Coût actualisé": 8}, "non requis"),
        ]:
            with self.subTest(changes):
                _, sheet = self.filled()
                for label, value in changes.items():
                    put(value_of(sheet, label), value)
                self.assertEqual(shown, value_of(sheet, status).String)

    def test_taken_over(self):
        document, before = self.filled()
        self.office.save(document, self.here / "avant.ods")
        done = probe(self.office, "workbench-probe", "resume", self.here / "avant.ods", self.here / "reprise.fods")
        self.assertEqual((0, ""), (done.returncode, done.stdout + done.stderr))
        _, now = self.fiche("reprise.fods")
        rows, columns = used(before)
        changed = []
        for row in range(row_of(before, "L’essentiel"), rows + 1):
            for column in range(columns + 1):
                was, is_ = before.getCellByPosition(column, row), now.getCellByPosition(column, row)
                if was.String != is_.String:
                    changed.append((before.getCellByPosition(LABEL, row).String, column, is_.String))
        self.assertEqual([("Date des données", 0, "à compléter"), ("Date des données", VALUE, ""), ("Confirmé sans changement", VALUE, "")],
                         changed)

    def test_what_is_no_fiche_is_refused(self):
        done = probe(self.office, "workbench-probe", "resume", SAMPLES / "portefeuille-conforme-2026-06.fods", self.here / "rien.fods")
        self.assertEqual(3, done.returncode)
        self.assertIn("ne contient pas de fiche projet", done.stdout)

    def test_samples_are_what_the_extension_makes(self):
        """Lists offer what is in force in a month: cells and formulas count here."""
        def cells(document):
            sheet = document.Sheets[0]
            rows, columns = used(sheet)
            return sheet.getCellRangeByPosition(0, 0, columns, rows).FormulaArray

        made = cells(self.fiche()[0])
        for path in (SAMPLES / "fiche-vierge.fods", TEMPLATE):
            document = self.office.open(path)
            self.addCleanup(self.office.close, document)
            with self.subTest(file=path.name):
                self.assertEqual(made, cells(document))
        example = self.office.open(SAMPLES / "fiche-exemple.fods")
        self.addCleanup(self.office.close, example)
        self.assertEqual(cells(self.filled()[0]), cells(example))

    def test_template_is_in_the_extension(self):
        with zipfile.ZipFile(BUILD / "panorama-calc.oxt") as extension:
            self.assertIn("office-templates/Panorama/fiche-projet.ots", extension.namelist())
            self.assertIn("office-templates/Paths.xcu", extension.namelist())
        paths = self.office.service("com.sun.star.util.PathSettings").Template_internal
        self.assertTrue(any(path.endswith("/office-templates") for path in paths), paths)


class MadeSamplesTest(unittest.TestCase):
    FILES = ("fiche-vierge.fods", "fiche-exemple.fods", "fiche-projet.ots")

    def test_made_twice_they_are_the_same(self):
        with tempfile.TemporaryDirectory(prefix="panorama-samples-") as folder:
            made = [pathlib.Path(folder) / name for name in ("first", "second")]
            for target in made:
                target.mkdir()
                fiche_samples.make(target, target)
            for name in self.FILES:
                with self.subTest(file=name):
                    self.assertEqual(*((target / name).read_bytes() for target in made))

    def test_nothing_of_the_machine_is_in_them(self):
        for path in (SAMPLES / "fiche-vierge.fods", SAMPLES / "fiche-exemple.fods"):
            with self.subTest(file=path.name):
                self.assertNotRegex(path.read_text(encoding="utf-8"), "PrinterSetup|office:scripts|meta:generator|dc:date|VisibleArea")


class CheckedFicheTest(unittest.TestCase):
    """The checker reads the fiches of samples/ as fiches."""

    def report(self, name):
        done = subprocess.run([CHECKER, "--format", "json", SAMPLES / name], capture_output=True, text=True, timeout=120)
        report = json.loads(done.stdout)
        return done.returncode, report[0] if isinstance(report, list) else report

    def test_empty(self):
        _, report = self.report("fiche-vierge.fods")
        self.assertEqual(["fiche"], [sheet["layout"] for sheet in report["sheets"]])
        self.assertEqual([], report["findings"])

    def test_filled(self):
        code, report = self.report("fiche-exemple.fods")
        self.assertEqual(["fiche"], [sheet["layout"] for sheet in report["sheets"]])
        self.assertEqual((0, []), (code, [(finding["rule"], finding["cell"]) for finding in report["findings"]]))


if __name__ == "__main__":
    unittest.main()
