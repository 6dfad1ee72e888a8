"""One cause, one finding: what is told together, what stays apart, and how it is accepted and repaired."""

import csv
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

CHECKER = pathlib.Path(os.environ["PANORAMA_BUILD"], "panorama-check")
HEADER = ["Identifiant", "Nom du projet", "Ministère porteur", "Projet interministériel", "Phase", "Date de début",
          "Date de fin initiale", "Date de fin actualisée", "Coût initial (M€)", "Coût actualisé (M€)"]


def sheet(projects=6, **columns):
    """Projects without a defect but for columns that are given as one text for all or as a text for each."""
    rows = [HEADER]
    for number in range(1, projects + 1):
        cells = dict(zip(HEADER, [f"P-{number}", f"PROJET {'ABCDEFGHIJ'[number - 1]}", "Ministère de la Justice", "Non", "Déploiement", f"202{number % 4}-0{number}-01",
                                  "2027-12-31", "2028-12-31", f"{10 + number},5", f"{11 + number},5"]))
        for header, value in columns.items():
            header = next(each for each in HEADER if each.startswith(header.replace("_", " ")))
            cells[header] = value[number - 1] if isinstance(value, list) else value.format(cells[header])
        rows.append([cells[header] for header in HEADER])
    return rows


class OneCause(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def written(self, name, rows):
        file = self.folder / name
        with open(file, "w", encoding="utf-8", newline="") as output:
            csv.writer(output, delimiter=";").writerows(rows)
        return file

    def check(self, rows, *options, output="o.json", form="json"):
        file = self.written("a.csv", rows)
        subprocess.run([CHECKER, "--edition", "2026-06", "--format", form, "--output", self.folder / output, *options, file], capture_output=True, timeout=60)
        text = (self.folder / output).read_text("utf-8")
        return json.loads(text) if form == "json" else text

    def found(self, report, rule):
        return [(one["cell"], one.get("count", 1), one["fix"]["degree"] if one["fix"] else None) for one in report["findings"]
                if one["rule"] == rule and not one["accepted"]]

    def test_what_is_told_together(self):
        cases = (
            ("the unit typed in each cell", "F04", {"Coût_initial": "{} M€"}, [("I2", 6, "sure")]),
            ("in two columns", "F04", {"Coût_initial": "{} M€", "Coût_actualisé": "{} M€"}, [("I2", 6, "sure"), ("J2", 6, "sure")]),
            ("fewer than five", "F04", {"Coût_initial": ["11 M€", "12 M€", "13,5", "14,5", "15 M€", "16 M€"]},
             [(cell, 1, "sure") for cell in ("I2", "I3", "I6", "I7")]),
            ("years alone", "F03", {"Date_de_fin_actualisée": ["2027", "2028", "2029", "2027", "2028", "2029"]}, [("H2", 6, "to confirm")]),
            ("texts that are no dates", "F03", {"Date_de_début": ["bientôt", "un jour", "demain", "peut-être", "plus tard", "jamais"]},
             [(f"F{row}", 1, None) for row in range(2, 8)]),
            ("the same unknown phase", "F05", {"Phase": "Rêverie"}, [("E2", 6, None)]),
            ("different phases", "F05", {"Phase": ["Rêverie", "Songe", "Rêverie", "Somme", "Ombre", "Nuit"]}, [(f"E{row}", 1, None) for row in range(2, 8)]),
        )
        for what, rule, columns, expected in cases:
            with self.subTest(what):
                self.assertEqual(expected, self.found(self.check(sheet(**columns)), rule))

    def test_all_forms_name_the_cells(self):
        rows = sheet(Coût_initial="{} M€")
        report = self.check(rows)
        one = next(one for one in report["findings"] if one["rule"] == "F04")
        cells = [f"I{row}" for row in range(2, 8)]
        self.assertEqual((cells, 6, None), (one["cells"], one["count"], one["project"]))
        self.assertEqual(cells, [edit["cell"] for edit in one["fix"]["edits"]])
        for form in ("text", "html", "csv", "sarif"):
            with self.subTest(form):
                self.assertIn("De même dans 5 autres cellules", self.check(rows, output="o", form=form).replace("\u00a0", " "))

    def test_errors_of_formulas_are_called_so(self):
        for shown in ("#REF!", "#N/A", "#DIV/0!", "Err:504"):
            with self.subTest(shown):
                report = self.check(sheet(Coût_initial=[shown, "12,5", "13,5", "14,5", "15,5", "16,5"]))
                said = next(one["message"] for one in report["findings"] if one["rule"] == "F04").replace("\u00a0", " ")
                self.assertIn(f"« erreur de formule {shown} » n’est ni un nombre", said)

    def test_a_project_without_a_name_is_called_by_its_row(self):
        rows = sheet(Coût_actualisé=["", "12,5", "13,5", "14,5", "15,5", "16,5"])
        rows[1][1] = ""
        messages = [one["message"].replace("\u00a0", " ") for one in self.check(rows)["findings"]]
        self.assertTrue(any("« sans nom, ligne 2 »" in message for message in messages), messages)
        self.assertFalse([message for message in messages if "« »" in message or "«  »" in message])

    def test_one_fix_mends_them_all(self):
        file = self.written("a.csv", sheet(Coût_initial="{} M€"))
        fixed = self.folder / "corrige.csv"
        subprocess.run([CHECKER, "--edition", "2026-06", "--fix", "--output", fixed, file], capture_output=True, timeout=60)
        with open(fixed, encoding="utf-8-sig", newline="") as lines:
            self.assertEqual(sheet(), list(csv.reader(lines, delimiter=";")))

    def test_acceptance_of_one_or_of_all(self):
        head = ["Règle", "Projet", "Colonne", "Motif", "Accepté par"]
        for project, left, accepted in (("", [], 1), ("PROJET B", [("I2", 5, "sure")], 1)):
            with self.subTest(project):
                waivers = self.written("acceptations.csv", [head, ["F04", project, "Coût initial (M€)", "Saisie d’origine", "La directrice"]])
                report = self.check(sheet(Coût_initial="{} M€"), "--waivers", waivers)
                self.assertEqual((left, accepted), (self.found(report, "F04"), report["accepted"]))


if __name__ == "__main__":
    unittest.main()
