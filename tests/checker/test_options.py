"""Editions against each other, accepted findings, corrected copies, packs of others, and reports against their schemas."""

import csv
import io
import json
import pathlib
import unittest

from test_checker import HEADER, SHARED, CheckerTest, csv_bytes, table

from office import Office

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMAS = pathlib.Path(__file__).resolve().parent / "schemas"
WORDS = "Le projet rénove les salles informatiques du ministère et regroupe les serveurs des directions dans un centre unique"


def rules(report, severity=None):
    return [(one["rule"], one["cell"]) for one in report["findings"] if severity in (None, one["severity"])]


class Editions(CheckerTest):
    def pair(self):
        before, now = table(Description=WORDS), table(Description=WORDS)
        now[1][0] = "Centre de données"  # the first project, renamed
        now[2][7] = 62.5  # the second one, half as much again
        return self.write("panorama-2021-06.csv", before), self.write("panorama-2021-11.csv", now)

    def test_a_renaming_is_proposed_and_no_exit(self):
        before, now = self.pair()
        _, (report,) = self.report("--previous", before, now)
        self.assertEqual(([], [], [["SIÈGE", "Centre de données"]]),
                         tuple(report["comparison"][key] for key in ("entering", "leaving", "renamed")))
        self.assertIn(("D01", "A2"), rules(report, "warning"))
        self.assertNotIn("D03", [rule for rule, _ in rules(report)])
        self.assertIn(("D05", "H3"), rules(report, "warning"))
        (candidate,) = report["comparison"]["candidates"]
        self.assertGreater(candidate["confidence"], 0.8)
        self.assertIn("même description", candidate["evidence"])

    def test_a_confirmed_renaming_is_silent(self):
        before, now = self.pair()
        renames = self.write("renommages.csv", [["Ancien nom", "Nouveau nom"], ["SIÈGE", "Centre de données"]])
        _, (report,) = self.report("--previous", before, "--renames", renames, now)
        self.assertNotIn("D01", [rule for rule, _ in rules(report)])
        self.assertEqual([["SIÈGE", "Centre de données"]], report["comparison"]["renamed"])

    def test_a_list_that_is_none(self):
        before, now = self.pair()
        code, output, said = self.check("--renames", before, "--previous", before, now)
        self.assertEqual((2, ""), (code, output))
        self.assertIn("panorama-2021-06.csv", said)

    def test_decomposition_adds_up(self):
        header = ["Identifiant", "Nom du projet", "Phase du projet en cours", "Coût initial", "Coût actualisé"]
        before = [header, ["1", "A", "Déploiement", 10, 11], ["2", "B", "Déploiement", 20, 30], ["3", "C", "Terminé", 5, 7]]
        now = [header, ["1", "A", "Déploiement", 10, 12], ["2", "B", "Déploiement", 20, 31], ["4", "D", "Déploiement", 8, 9]]
        _, (report,) = self.report("--previous", self.write("2021-06.csv", before), self.write("2021-11.csv", now))
        parts = report["comparison"]["budget"]
        self.assertAlmostEqual(parts["total"], parts["common"] + parts["leaving"] + parts["entering"], places=12)
        self.assertEqual((["D"], ["C"]), (report["comparison"]["entering"], report["comparison"]["leaving"]))

    def test_published_editions(self):
        folder = SHARED / "data" / "editions"
        if not folder.exists():
            self.skipTest(f"{folder} is not there")
        for before, now, renamed, leaving in [("01-2016-11", "03-2017-06", 3, 8), ("03-2017-06", "06-2018-07", 24, 10)]:
            with self.subTest(now=now):
                _, (report,) = self.report("--previous", folder / f"{before}.csv", folder / f"{now}.csv")
                self.assertGreaterEqual(len(report["comparison"]["renamed"]), renamed)
                self.assertLessEqual(len(report["comparison"]["leaving"]), leaving)
                left = {one["project"] for one in report["findings"] if one["rule"] == "D03"}
                self.assertLessEqual(left, set(report["comparison"]["leaving"]))


class Acceptances(CheckerTest):
    def test_accepted_findings_no_longer_count(self):
        path = self.write("accepté.csv", table(Durée="beaucoup"))
        accepted = self.write("acceptations.csv", [
            ["Règle", "Nom du projet", "Colonne", "Motif", "Accepté par", "Jusqu’au"],
            ["F04", "SIÈGE", "", "Chiffre attendu", "J. Durand", "2199-12-31"],
            ["F04", "SIÈGE", "", "Ancien", "J. Durand", "2020-01-31"],
            ["F99", "SIÈGE", "", "Erreur", "J. Durand", "2199-12-31"],
            ["F05", "SIÈGE", "", "Plus rien", "J. Durand", "2199-12-31"]])
        code, (report,) = self.report("--edition", "2016-06", "--waivers", accepted, path)
        self.assertEqual(0, code)
        (finding,) = (one for one in report["findings"] if one["rule"] == "F04")
        self.assertEqual(("J. Durand", "Chiffre attendu", "2199-12-31"),
                         tuple(finding["accepted"][key] for key in ("by", "why", "until")))
        self.assertEqual([("W01", "A3"), ("W01", "A4"), ("W01", "A5")], [one for one in rules(report) if one[0] == "W01"])
        code, _, said = self.check("--waivers", path, path)
        self.assertEqual(2, code)
        self.assertNotEqual("", said)


class Copies(CheckerTest):
    def test_csv_keeps_every_other_byte(self):
        for charset, separator, decimal in (("utf-8", ",", "."), ("utf-8-sig", ";", ",")):
            with self.subTest(charset):
                original = csv_bytes(table(Projet="SIÈGE ", Coût="1 234,5"), charset, separator, "\r\n", decimal)
                expected = csv_bytes(table(Projet="SIÈGE", Coût=1234.5), charset, separator, "\r\n", decimal)
                path = self.write("à corriger.csv", original)
                self.check("--pack", "dashboard", "--fix", "--force", path, "--output", self.folder / "corrigé.csv")
                self.assertEqual(original, path.read_bytes())
                self.assertEqual(expected.decode("utf-8"), (self.folder / "corrigé.csv").read_bytes().decode("utf-8"))

    def test_the_original_is_never_written(self):
        path = self.write("original.csv", table(Projet="SIÈGE "))
        before = path.read_bytes()
        (self.folder / "lien.csv").symlink_to(path)
        for output in (path, self.folder / "." / "original.csv", self.folder / "lien.csv"):
            self.assertEqual(2, self.check("--fix", path, "--output", output)[0])
        self.assertEqual(2, self.check("--fix", path)[0])
        self.assertEqual(before, path.read_bytes())


class Packs(CheckerTest):
    def test_the_extension_s_packs_hold(self):
        for name in ("panorama", "open-data", "dashboard", "fiche"):
            code, output, said = self.check("--test-pack", name)
            self.assertEqual((0, ""), (code, said), output)

    def test_a_ministry_s_pack(self):
        pack = """<?xml version="1.0" encoding="UTF-8"?>
<pack id="ministere" version="1.0.0" date="2026-11-24" extends="dashboard">
  <title xml:lang="fr">Ministère</title>
  <title xml:lang="en">Ministry</title>
  <parameter name="entry-threshold" value="{}"/>
  <silence rule="F12"/>
</pack>
"""
        path = self.write("projets.csv", table(Description=""))
        for threshold, found in (("9", False), ("15", True)):
            rule_file = self.write("ministere.xml", pack.format(threshold).encode())
            _, (report,) = self.report("--pack", rule_file, path)
            self.assertEqual("ministere", report["pack"])
            self.assertEqual(found, ("R08", "H2") in rules(report))
            self.assertNotIn("F12", [rule for rule, _ in rules(report)])

    def test_bad_packs(self):
        for wrong, word in [
            ('<parameter name="treshold" value="9"/>', "$treshold"),
            ('<silence rule="F99"/>', "F99"),
            ("<rules/>", "rules"),
        ]:
            with self.subTest(wrong):
                text = ('<pack id="faux" version="1.0.0" date="2026-11-24" extends="dashboard">\n<title xml:lang="fr">F</title>'
                        f'<title xml:lang="en">F</title>\n{wrong}</pack>')
                code, output, said = self.check("--test-pack", self.write("faux.xml", text.encode()))
                self.assertEqual((2, ""), (code, output))
                for part in ("faux.xml", word):
                    self.assertIn(part, said)


class Formats(CheckerTest):
    @unittest.skipUnless(jsonschema, "python3-jsonschema is missing")
    def test_sarif_follows_its_schema(self):
        schema = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
        path = self.write("schéma.csv", table(Projet="=1+1 ", Durée="beaucoup"))
        for arguments in ((path,), (path, self.folder / "absent.csv")):
            output = self.check("--format", "sarif", *arguments)[1]
            jsonschema.validators.validator_for(schema)(schema).validate(json.loads(output))

    def test_csv_report_holds_no_formula(self):
        names = ["=HYPERLINK(1)", "+1", "-1", "@SOMME(1)", "\t=1", " =1"]
        rows = [HEADER] + [[name, *table(Durée="beaucoup")[1][1:]] for name in names]
        output = self.check("--format", "csv", self.write("formules.csv", rows))[1]
        cells = [cell for row in csv.reader(io.StringIO(output)) for cell in row]
        self.assertFalse([cell for cell in cells if cell.strip()[:1] in ("=", "+", "-", "@")])
        self.assertIn("'=HYPERLINK(1)", cells)

    def test_certificate(self):
        path = self.write("certificat.csv", table())
        output = self.check("--edition", "2016-06", "--format", "html", path)[1]
        _, (report,) = self.report("--edition", "2016-06", path)
        for word in ("Attestation de contrôle", "Aucune erreur détectée (ne vaut pas avis de la DINUM)", report["sha256"], "certificat.csv", "2026-11-24"):
            self.assertIn(word, output)
        self.assertTrue(report["conforming"])
        output = self.check("--edition", "2016-06", "--format", "html", "--lang", "en", self.write("non.csv", table(Durée="beaucoup")))[1]
        self.assertIn("To be corrected before submission", output)


class Documents(CheckerTest):
    """What only a workbook can hold."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        with Office("fr", extension=False) as office:
            document = office.new()
            sheet = document.Sheets[0]
            for row, (label, value) in enumerate([
                ("Nom du projet", "Opale "), ("Identifiant :", "X-1"), ("Phase du projet en cours", "En déploiement"),
                ("Coût initial (M€)", 10.0), ("Coût actualisé (M€)", "12,5"), ("Responsable", "")]):
                sheet.getCellByPosition(1, row + 2).String = label
                cell = sheet.getCellByPosition(2, row + 2)
                if isinstance(value, float):
                    cell.Value = value
                else:
                    cell.String = value
            office.save(document, cls.folder / "fiche.ods")
            for row in range(2, 8):
                sheet.getCellByPosition(2, row).String = ""
            office.save(document, cls.folder / "fiche vide.ods")
            office.close(document)
            document = office.new()
            rows = table()
            rows[0][0], rows[0][7] = "Nom du projet", "Coût estimé"
            rows = [[*row, text] for row, text in zip(rows, ("Coût estimé par tranche", "entre 9 et 20 M€", "entre 20 et 100 M€", "En cadrage"))]
            rows = [[*row, text] for row, text in zip(rows, ("Ministère nom complet", *["Premier ministre"] * 3))]
            sheet = document.Sheets[0]
            sheet.getCellRangeByPosition(0, 0, len(rows[0]) - 1, 3).setDataArray(tuple(map(tuple, rows)))
            sheet.Annotations.insertNew(sheet.getCellRangeByName("B2").CellAddress, "à revoir")
            document.Sheets.insertNewByName("Brouillon", 1)
            document.Sheets["Brouillon"].IsVisible = False
            sheet.getCellRangeByName("N2").Formula = "='file:///serveur/budget.ods'#$Feuille1.A1"
            document.Sheets.insertNewByName("Guide", 2)
            for row, label in enumerate(("Nom du projet", "Phase du projet en cours", "Début", "Coût estimé", "Identifiant")):
                document.Sheets["Guide"].getCellByPosition(0, row).String = label
                document.Sheets["Guide"].getCellByPosition(1, row).String = "À remplir par le ministère"
            document.DocumentProperties.Author = "Jeanne Durand"
            office.save(document, cls.folder / "publication.ods")
            office.close(document)

    def test_a_fiche(self):
        _, (report,) = self.report(self.folder / "fiche.ods")
        self.assertEqual("fiche", report["pack"])
        for rule, cell in [("F01", "C3"), ("F04", "C7"), ("F05", "C5"), ("R18", "C8")]:
            self.assertIn((rule, cell), rules(report))

    def test_an_empty_fiche_is_to_be_filled_in(self):
        code, (report,) = self.report(self.folder / "fiche vide.ods")
        self.assertEqual((1, []), (code, report["findings"]))
        self.assertFalse(report["conforming"])
        self.assertIn("Fiche à compléter", self.check(self.folder / "fiche vide.ods")[1])

    def test_a_guide_beside_a_table_is_no_fiche(self):
        _, (report,) = self.report(self.folder / "publication.ods")
        self.assertEqual(["open-data"], [one["layout"] for one in report["sheets"]])

    def test_hidden_content(self):
        _, (report,) = self.report("--pack", "open-data", self.folder / "publication.ods")
        found = [(one["cell"], one["message"]) for one in report["findings"] if one["rule"] == "B02"]
        for cell, word in [("B2", "commentaire"), ("N2", "budget.ods"), ("A1", "Brouillon"), ("A1", "Jeanne Durand")]:
            self.assertTrue([one for one in found if one[0] == cell and word in one[1]], (cell, word, found))

    def test_a_corrected_copy(self):
        original = (self.folder / "fiche.ods").read_bytes()
        for suffix in (".ods", ".xlsx"):
            copy = self.folder / f"copie{suffix}"
            self.check("--fix", self.folder / "fiche.ods", "--output", copy)
            _, (report,) = self.report(copy)
            self.assertFalse({("F01", "C3"), ("F04", "C7")} & set(rules(report)))
            self.assertIn(("F05", "C5"), rules(report))  # to be confirmed: left alone
        self.assertEqual(original, (self.folder / "fiche.ods").read_bytes())


if __name__ == "__main__":
    unittest.main()
