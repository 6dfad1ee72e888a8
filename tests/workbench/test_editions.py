"""From workbooks to an edition inside an office, without dialogs: consolidated, compared, published, and frozen for readers
without the extension."""

import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "calc"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from office import BUILD, SOURCE, Office  # noqa: E402 (makes the next ones importable)
import uno  # noqa: E402
from com.sun.star.beans import PropertyValue  # noqa: E402
from com.sun.star.table import CellAddress  # noqa: E402
from com.sun.star.util import URL  # noqa: E402
from workbench import PROBES, VALUE, address, errors, probe, row_of  # noqa: E402

SAMPLES = SOURCE / "samples"
MINISTRIES = sorted((SAMPLES / "ministeres").glob("*.fods"))
SHARED = pathlib.Path(os.environ.get("PANORAMA_SHARED", SOURCE.parent / "shared"))
CLEAN = SAMPLES / "portefeuille-conforme-2026-06.fods"


def named(name, value):
    return PropertyValue(Name=name, Value=value)


class EditionTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office("fr")
        cls.office.start()
        cls.addClassCleanup(cls.office.stop)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="panorama-editions-")
        self.addCleanup(folder.cleanup)
        self.here = pathlib.Path(folder.name)

    def work(self, *arguments):
        """Exit code and what is said, with plain spaces."""
        done = subprocess.run([str(PROBES / "edition-probe"), address(self.office), *map(str, arguments)], capture_output=True, text=True,
                              timeout=120)
        return done.returncode, (done.stdout + done.stderr).replace("\u00a0", " ").strip()

    def document(self, *rows, name="document.ods", sheet="Feuille"):
        """A workbook with one sheet of these rows; a text that begins with = is a formula."""
        document = self.office.new()
        target = document.Sheets[0]
        target.Name = sheet
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                cell = target.getCellByPosition(column, row)
                if isinstance(value, (int, float)):
                    cell.Value = value
                elif value.startswith("="):
                    cell.Formula = value
                else:
                    cell.String = value
        path = self.office.save(document, self.here / name)
        self.office.close(document)
        return path

    def texts(self, path, sheet):
        document = self.office.open(path)
        target = document.Sheets.getByName(sheet)
        cursor = target.createCursor()
        cursor.gotoEndOfUsedArea(False)
        data = target.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow).DataArray
        self.office.close(document)
        return data


class Consolidated(EditionTest):
    def test_samples(self):
        code, said = self.work("consolidate", self.here / "portefeuille.ods", *MINISTRIES)
        self.assertEqual(0, code, said)
        self.assertIn("Fichiers lus : 3 sur 3. 6 projets, rien à déclarer : 1, conflits : 1, doublons : 0", said)
        rows = self.texts(self.here / "portefeuille.ods", "Portefeuille consolidé 2026-06")
        self.assertEqual((8, "Identifiant", "Ligne d’origine"), (len(rows), rows[0][0], rows[0][-1]))
        self.assertEqual(13.95, rows[5][rows[0].index("Coût actualisé")])  # k€ became M€
        follow_up = self.texts(self.here / "portefeuille.ods", "Suivi de la consolidation")
        self.assertIn("CONFLUENCE", [row[0] for row in follow_up])

    def test_why_a_file_is_not_read(self):
        document = self.office.new()
        closed = self.office.save(document, self.here / "secret.ods", Password="mot de passe")
        self.office.close(document)
        false = self.here / "faux.xlsx"
        false.write_text("ceci n’est pas un classeur", encoding="utf-8")
        code, said = self.work("consolidate", self.here / "p.ods", closed, false)
        self.assertEqual(3, code)
        for file, words in (("secret.ods", "protégé par un mot de passe"), ("faux.xlsx", "n’est pas un classeur")):
            self.assertIn(words, next(line for line in said.splitlines() if file in line))

    def test_nothing_to_consolidate(self):
        code, said = self.work("consolidate", self.here / "p.ods", self.here / "absent.ods", self.document(["Bonjour"]))
        self.assertEqual(3, code)
        for words in ("Aucun projet", "absent.ods", "document.ods"):
            self.assertIn(words, said)

    def test_folders_within_the_folder_are_said(self):
        deliveries = self.here / "livraisons"
        (deliveries / "archives").mkdir(parents=True)
        code, said = self.work("consolidate", self.here / "p.ods", deliveries)
        self.assertEqual(3, code)
        for words in ("Aucun projet", "Sous-dossiers non lus : 1 (archives)."):
            self.assertIn(words, said)
        (deliveries / "a.csv").write_text("Projet,Phase,Coût\nALPHA,Déploiement,3\n", encoding="utf-8")
        code, said = self.work("consolidate", self.here / "p.ods", deliveries)
        self.assertEqual(0, code, said)
        self.assertIn("Fichiers lus : 1 sur 1. 1 projet, rien à déclarer : 0, conflits : 0, doublons : 0. Sous-dossiers non lus : 1 (archives).",
                      said)

    def test_texts_stay_texts(self):
        source = self.here / "a.csv"
        source.write_text("Projet,Phase,Coût\n=1+1,Déploiement,3\n", encoding="utf-8")
        self.work("consolidate", self.here / "p.ods", source)
        document = self.office.open(self.here / "p.ods")
        cell = document.Sheets[0].getCellByPosition(0, 1)
        self.assertEqual(("=1+1", "TEXT"), (cell.String, cell.Type.value))
        self.office.close(document)


    def test_nothing_to_declare_and_yet_projects(self):
        fiche = SAMPLES / "fiche-exemple.fods"  # of the ministry that has nothing to declare
        code, said = self.work("consolidate", self.here / "p.ods", *MINISTRIES, fiche)
        self.assertEqual(0, code, said)
        self.assertIn("conflits : 2", said)
        rows = self.texts(self.here / "p.ods", "Suivi de la consolidation")
        row = next(row for row in rows if row[0] == "Ministère de la Culture")
        self.assertEqual(("Rien à déclarer", "1 projet"), tuple(text.replace("\u00a0", " ") for text in row[2:4]))
        self.assertIn("culture-2026-06.fods", row[4])
        self.assertEqual("fiche-exemple.fods", row[5])


class Compared(EditionTest):
    HEADER = ["Nom du projet", "Ministère porteur", "Phase", "Coût initial", "Coût actualisé"]

    def test_with_a_file(self):
        before = self.document(self.HEADER, ["ALPHA", "MI", "Déploiement", 10, 11], ["GAMMA", "MI", "Terminé", 5, 5], name="avant-2025-12.ods")
        now = self.document(self.HEADER, ["ALPHA", "MI", "Déploiement", 10, 12.5], ["BETA", "MI", "Déploiement", 20, 20], name="apres-2026-06.ods")
        code, said = self.work("compare", now, self.here / "compare.ods", before)
        self.assertEqual((0, "Comparaison des éditions"), (code, said))
        rows = self.texts(self.here / "compare.ods", "Comparaison des éditions")
        first = {row[0]: row for row in reversed(rows)}
        self.assertEqual("projet terminé", first["GAMMA"][3])
        self.assertEqual((11.0, 12.5), first["ALPHA"][3:5])
        self.assertIn("BETA", first)
        self.assertEqual([list(self.HEADER)], [list(row) for row in self.texts(self.here / "compare.ods", "Feuille")[:1]])

    def test_rows_are_as_high_as_their_texts(self):
        """In a document with a view: there a row keeps the height that it had when its texts were written."""
        document = self.office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
        for place, (name, phase, cost) in enumerate((("2026-06", "Conception / Réalisation", 12.5), ("2025-12", "Déploiement", 11.0))):
            if place:
                document.Sheets.insertNewByName(name, place)
            sheet = document.Sheets[place]
            sheet.Name = name
            sheet.getCellRangeByName("A1:E2").setDataArray((tuple(self.HEADER), ("Portail des archives", "MI", phase, 10.0, cost)))
        url = URL(Complete="org.panoramacalc:compare", Protocol="org.panoramacalc:", Path="compare")
        frame = document.CurrentController.Frame
        frame.queryDispatch(url, "_self", 0).dispatch(url, ())
        sheet = document.Sheets.getByName("Comparaison des éditions")
        first = [row[0] for row in sheet.getCellRangeByName("A1:A60").DataArray]
        for name in ("Portail des archives", "Glissement budgétaire moyen"):  # each fits on one line of its column
            self.assertLess(sheet.Rows.getByIndex(first.index(name)).Height, 600, name)
        sides = {sheet.getCellByPosition(column, row).VertJustify for row in range(40) for column in range(6)
                 if sheet.getCellByPosition(column, row).String}
        self.assertEqual(1, len(sides))
        document.setModified(False)
        self.office.close(document)

    def test_with_an_older_sheet(self):
        document = self.office.new()
        for place, (name, cost) in enumerate((("2026-06", 12.5), ("2025-12", 11.0))):
            if place:
                document.Sheets.insertNewByName(name, place)
            sheet = document.Sheets[place]
            sheet.Name = name
            sheet.getCellRangeByName("A1:E2").setDataArray((tuple(self.HEADER), ("ALPHA", "MI", "Déploiement", 10.0, cost)))
        path = self.office.save(document, self.here / "deux.ods")
        self.office.close(document)
        code, said = self.work("compare", path, self.here / "compare.ods")
        self.assertEqual(0, code, said)
        self.assertEqual((11.0, 12.5), next(row for row in self.texts(self.here / "compare.ods", said) if row[0] == "ALPHA")[3:5])

    def test_refusals(self):
        now = self.document(self.HEADER, ["ALPHA", "MI", "Déploiement", 10, 12.5])
        for arguments, words in [((now, self.here / "c.ods"), "édition plus ancienne"),
                                 ((now, self.here / "c.ods", self.here / "absent.ods"), "absent.ods"),
                                 ((self.document(["Bonjour"], name="vide.ods"), self.here / "c.ods"), "pas de tableau")]:
            with self.subTest(words):
                code, said = self.work("compare", *arguments)
                self.assertEqual(3, code)
                self.assertIn(words, said)

    def test_the_floor_follows_the_answers(self):
        header = self.HEADER + ["Date de début", "Fin initiale", "Fin actualisée"]
        dates = ["2020-01-01", "2024-01-01", "2024-07-01"]
        before = self.document(header, ["ALPHA", "MI", "Déploiement", 10, 11, *dates], name="avant-2025-12.ods")
        now = self.document(header, ["ALPHA", "MI", "Déploiement", 10, 12.5, *dates], ["BETA", "MI", "Terminé", 20, 20, *dates[:2], dates[1]],
                            ["GAMMA", "MI", "Déploiement", 10, 11, *dates], ["DELTA", "MI", "En cadrage", 10, 30, *dates],
                            name="apres-2026-06.ods")
        code, said = self.work("compare", now, self.here / "compare.ods", before)
        self.assertEqual(0, code, said)
        document = self.office.open(self.here / "compare.ods")
        sheet = document.Sheets.getByName(said)
        first = [row[0] for row in sheet.getCellRangeByName("A1:A200").DataArray]
        listed = first.index("Projet présent") + 1
        budget, calendar = listed - 4, listed - 3
        answers = sheet.getCellRangeByPosition(6, listed, 6, listed + 3)
        self.assertEqual((("Non",), ("Oui",), ("Non",), ("Non",)), answers.DataArray)
        self.assertEqual(("", "", "", ""), sheet.getCellRangeByPosition(2, listed + 3, 5, listed + 3).DataArray[0])

        def rates(row):
            return [round(value, 9) if isinstance(value, float) else value.replace("\u00a0", " ")
                    for value in sheet.getCellRangeByPosition(1, row, 4, row).DataArray[0]]

        self.assertEqual([round(0.35 / 3, 9), 0.175, round(17.5 - 35 / 3, 9), "méthode « moyen », projets comptés : 2 sur 4, à sortir : 1"],
                         rates(budget))
        self.assertEqual([round(182 / 1461 * 2 / 3, 9), round(182 / 1461, 9)], rates(calendar)[:2])
        answers.getCellByPosition(0, 0).String = "Oui"
        self.assertEqual([0.1, "méthode « moyen », projets comptés : 1 sur 4, à sortir : 2"], rates(budget)[1::2])
        answers.setDataArray((("Oui",),) * 4)
        self.assertEqual(["non calculable", "non calculable", "méthode « moyen », projets comptés : 0 sur 4, à sortir : 4"], rates(budget)[1:])
        self.assertEqual(["non calculable"] * 2, rates(calendar)[1:3])
        self.assertEqual([], errors(sheet))
        answers.getCellByPosition(0, 0).String = "peut-être"
        self.assertEqual(["non calculable", "non calculable", "Répondez « Oui » ou « Non » pour chaque projet."], rates(budget)[1:])
        self.assertEqual([], errors(sheet))
        validation = answers.Validation
        self.assertEqual(("LIST", '"Oui";"Non"'), (validation.Type.value, validation.getFormula1()))
        self.office.close(document)

    def test_a_protected_workbook_gets_no_sheet(self):
        document = self.office.open(SAMPLES / "portefeuille-complet-2024-12.fods")
        document.protect("")
        path = self.office.save(document, self.here / "protege-2024-12.ods")
        self.office.close(document)
        code, said = self.work("compare", path, self.here / "c.ods")
        self.assertEqual(3, code)
        self.assertIn("structure de ce classeur est protégée", said)


class Published(EditionTest):
    def test_a_portfolio(self):
        code, said = self.work("publish", CLEAN, self.here)
        self.assertEqual(0, code, said)
        files = sorted(path.name for path in self.here.iterdir())
        self.assertEqual(["panorama-2026-06" + ending for ending in (".communique.txt", ".csv", ".html", ".ods", ".schema.json")], files)
        self.assertIn("Projets aux chiffres non publiés, hors de ce total (1) : JALON", said)
        with open(self.here / "panorama-2026-06.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        self.assertEqual((11, 15), (len(rows), len(rows[0])))
        self.assertEqual(rows[0], list(self.texts(self.here / "panorama-2026-06.ods", "Panorama")[0]))
        self.assertEqual(rows[0], [field["name"] for field in json.loads((self.here / "panorama-2026-06.schema.json").read_text())["fields"]])
        code, said = self.work("publish", CLEAN, self.here)
        self.assertEqual(3, code)  # nothing is written over
        self.assertIn("existe déjà", said)

    def test_both_files_are_clean_for_who_downloads_them(self):
        self.work("publish", CLEAN, self.here)
        for ending in (".csv", ".ods"):
            with self.subTest(ending):
                done = subprocess.run([str(BUILD / "panorama-check"), "--pack", "open-data", "--format", "json",
                                       str(self.here / f"panorama-2026-06{ending}")], capture_output=True, text=True, timeout=120)
                found = json.loads(done.stdout)["findings"]
                self.assertEqual((0, []), (done.returncode, [one for one in found if one["severity"] == "error"]))

    def test_the_workbook_says_nothing_of_the_machine(self):
        self.work("publish", CLEAN, self.here)
        with zipfile.ZipFile(self.here / "panorama-2026-06.ods") as archive:
            self.assertIsNone(archive.testzip())
            inside = {name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml")}
        self.assertNotIn("Printer", inside["settings.xml"])
        for name, words in (("meta.xml", "generator"), ("meta.xml", "creator"), ("content.xml", "xlink:href"),
                            ("content.xml", 'table:display="false"'), ("content.xml", "file:"), ("styles.xml", "file:")):
            with self.subTest(name=name, words=words):
                self.assertNotIn(words, inside[name])

    def test_the_workbook_says_nothing_of_its_source(self):
        header = ["Ministère porteur", "Nom du projet", "Projet interministériel", "Description", "Date de début", "Durée (années)", "Phase",
                  "Diffusion", "Coût actualisé", "Date de publication", "Commentaire"]
        source = self.document(header, ["MJ", "ALPHA", "Oui", "Une description.", "2025-01-01", 3, "Déploiement", "Révision de trajectoire",
                                        44.75, "2026-06-01", "confidentiel"], name="source.ods")
        document = self.office.open(source)
        document.DocumentProperties.Author = "Jeanne Durand"
        document.Sheets.insertNewByName("Brouillon", 1)
        document.Sheets[1].IsVisible = False
        document.Sheets[1].getCellByPosition(0, 0).String = "secret"
        document.Sheets[0].Annotations.insertNew(document.Sheets[0].getCellByPosition(1, 1).CellAddress, "à taire")
        self.office.save(document, self.here / "interne.ods")
        self.office.close(document)
        (self.here / "publie").mkdir()
        code, said = self.work("publish", self.here / "interne.ods", self.here / "publie")
        self.assertEqual(0, code, said)
        with zipfile.ZipFile(self.here / "publie" / "panorama-2026-06.ods") as archive:
            inside = "".join(archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml"))
        for secret in ("Jeanne", "Printer", "secret", "Brouillon", "à taire", "44.75", "44,75", "confidentiel", "dc:creator", "initial-creator", str(self.here)):
            self.assertNotIn(secret, inside)
        self.assertIn("Révision de trajectoire", inside)

    def test_what_may_be_published_is_asked_where_no_column_says_so(self):
        header = ["Ministère porteur", "Nom du projet", "Projet interministériel", "Description", "Date de début", "Durée (années)", "Phase",
                  "Coût actualisé", "Date de publication"]
        source = self.document(header, ["MJ", "ALPHA", "Oui", "Une description.", "2025-01-01", 3, "Déploiement", 44.75, "2026-06-01"],
                               name="sans-diffusion.ods")
        code, said = self.work("publish", source, self.here, "no")
        self.assertEqual((3, []), (code, sorted(self.here.glob("panorama*"))), said)
        self.assertIn("Aucune colonne « Diffusion »", said)
        code, said = self.work("publish", source, self.here)
        self.assertEqual(0, code, said)
        self.assertIn("aucune colonne « Diffusion » ne dit ce qui peut être publié ; rien n’est caché hors cadrage (projets : 1)", said)
        (self.here / "publie").mkdir()
        code, said = self.work("publish", CLEAN, self.here / "publie", "no")
        self.assertEqual(0, code, said)
        self.assertNotIn("Aucune colonne", said)

    def test_refusals(self):
        header = ["Ministère porteur", "Nom du projet", "Phase", "Coût actualisé"]
        for name, rows, words in [("sans-date.ods", (header, ["MJ", "ALPHA", "Déploiement", 10]), "L’édition n’est pas connue"),
                                  ("p-2026-06.ods", (header, ["MJ", "ALPHA", "Bientôt", 10]), "\nALPHA : « Bientôt »"),
                                  ("vide.ods", (["Bonjour"],), "pas de tableau")]:
            with self.subTest(name):
                folder = self.here / (name + ".d")
                folder.mkdir()
                code, said = self.work("publish", self.document(*rows, name=name), folder)
                self.assertEqual((3, []), (code, list(folder.iterdir())))
                self.assertIn(words, said)


class Frozen(EditionTest):
    OURS = "=ORG.PANORAMACALC.ADDIN."

    def test_values_take_the_place_of_our_functions(self):
        source = self.document([10, 12.5, "En cadrage"],
                               [self.OURS + "SLIPPAGE(A1;B1)", self.OURS + "COSTBAND(B1)", self.OURS + "SLIPPAGE(A1;C1)"],
                               ["=A2*2", "=" + self.OURS[1:] + "SLIPPAGE(A1;B1)*100", "=1/0"], ["'=1+1", "=SUM(A1:B1)"])
        for suffix in (".ods", ".xlsx"):
            with self.subTest(suffix):
                code, said = self.work("freeze", source, self.here / f"fige{suffix}")
                self.assertEqual((0, f"4 0 unmodified {source.as_uri()}"), (code, said))
                with Office("fr", extension=False) as reader:  # a reader without the extension
                    sheet = reader.open(self.here / f"fige{suffix}").Sheets[0]
                    cell = lambda name: sheet.getCellRangeByName(name)  # noqa: E731
                    self.assertEqual((0.25, "VALUE"), (cell("A2").Value, cell("A2").Type.value))
                    self.assertEqual(("entre 9 et 20 M€", "TEXT"), (cell("B2").String, cell("B2").Type.value))
                    self.assertEqual(("#N/D", 32767), (cell("C2").String, cell("C2").getError()))
                    self.assertEqual((0.5, "=A2*2"), (cell("A3").Value, cell("A3").Formula))  # other formulas stay
                    self.assertEqual(25.0, cell("B3").Value)
                    self.assertEqual(22.5, cell("B4").Value)

    def test_array_formulas(self):
        document = self.office.new()
        sheet = document.Sheets[0]
        sheet.getCellRangeByName("A1:A3").setDataArray((("ALPHA",), ("BETA",), ("GAMMA",)))
        sheet.getCellRangeByName("B1:B2").setDataArray((("ALPHA",), ("DELTA",)))
        sheet.getCellRangeByName("D1:D3").setArrayFormula(self.OURS + "EDITIONLEAVING(A1:A3;B1:B2)")
        before = [cell[0] for cell in sheet.getCellRangeByName("D1:D3").DataArray]
        source = self.office.save(document, self.here / "matrice.ods")
        self.office.close(document)
        code, said = self.work("freeze", source, self.here / "fige.ods")
        self.assertEqual(0, code, said)
        with Office("fr", extension=False) as reader:
            sheet = reader.open(self.here / "fige.ods").Sheets[0]
            frozen = [sheet.getCellByPosition(3, row) for row in range(3)]
            shown = [cell.String for cell in frozen]
            self.assertEqual(["BETA", "GAMMA"], shown[:2])
            self.assertEqual(before[:2], shown[:2])
            self.assertEqual(["BETA", "GAMMA", "=#N/A"], [cell.Formula for cell in frozen])  # a third cell had no name

    def test_the_sample_of_all_functions(self):
        code, said = self.work("freeze", SAMPLES / "fonctions.fods", self.here / "fige.fods")
        self.assertEqual(0, code, said)
        self.assertGreater(int(said.split()[0]), 10)
        self.assertNotIn("PANORAMACALC", (self.here / "fige.fods").read_text(encoding="utf-8").upper().replace("ORG.PANORAMACALC.EXTENSION", ""))

    def test_a_protected_fiche(self):
        code, said = self.work("freeze", SAMPLES / "fiche-exemple.fods", self.here / "fige.ods")
        self.assertEqual(0, code, said)
        with Office("fr", extension=False) as reader:
            sheet = reader.open(self.here / "fige.ods").Sheets[0]
            self.assertTrue(sheet.isProtected())
            self.assertTrue(sheet.getCellByPosition(VALUE, row_of(sheet, "Glissement budgétaire")).String.endswith("%"))

    def test_a_password_is_said(self):
        document = self.office.new()
        document.Sheets[0].Name = "Secrète"
        document.Sheets[0].getCellRangeByName("A1").Formula = self.OURS + "SLIPPAGE(1;2)"
        document.Sheets[0].protect("mot de passe")
        source = self.office.save(document, self.here / "close.ods")
        self.office.close(document)
        code, said = self.work("freeze", source, self.here / "fige.ods")
        self.assertEqual((3, False), (code, (self.here / "fige.ods").exists()))
        self.assertIn("La feuille « Secrète » est protégée par un mot de passe", said)

    def test_an_empty_text_does_not_become_a_zero(self):
        source = self.document([10, "=IF(TRUE();\"\";" + self.OURS[1:] + "SLIPPAGE(1;2))", "=IFERROR(A1-B1;\"rien\")"])
        code, said = self.work("freeze", source, self.here / "fige.ods")
        self.assertEqual(0, code, said)
        with Office("fr", extension=False) as reader:
            document = reader.open(self.here / "fige.ods")
            document.calculateAll()
            cells = document.Sheets[0].getCellRangeByName("B1:C1").DataArray[0]
            self.assertEqual(("", "rien"), cells)

    def test_errors_stay_errors(self):
        calls = {"SLIPPAGE(10;\"En cadrage\")": 32767, "SLIPPAGE(10;\"douze\")": 519, "SLIPPAGE(10;-1)": 502, "SLIPPAGE(10;)": 511}
        source = self.document(*([self.OURS + call, f"=IFERROR(A{i};\"sans\")"] for i, call in enumerate(calls, start=1)))
        for suffix in (".ods", ".fods"):
            code, said = self.work("freeze", source, self.here / f"fige{suffix}")
            self.assertEqual(0, code, said)
            with self.subTest(suffix), Office("fr", extension=False) as reader:
                document = reader.open(self.here / f"fige{suffix}")
                document.calculateAll()
                sheet = document.Sheets[0]
                self.assertEqual(list(calls.values()), [sheet.getCellByPosition(0, row).getError() for row in range(len(calls))])
                self.assertEqual({("sans",)}, set(sheet.getCellRangeByPosition(1, 0, 1, len(calls) - 1).DataArray))

    def test_what_is_no_cell_is_counted(self):
        document = self.office.new()
        cells = document.Sheets[0].getCellRangeByName("B2:B9")
        validity = cells.Validation
        validity.Type = uno.Enum("com.sun.star.sheet.ValidationType", "CUSTOM")
        validity.setFormula1(self.OURS[1:] + "SLIPPAGE(10;B2)<1")
        cells.Validation = validity
        formats = document.Sheets[0].getCellRangeByName("C2:C9")
        entries = formats.ConditionalFormat
        entries.addNew((named("Operator", uno.Enum("com.sun.star.sheet.ConditionOperator", "FORMULA")),
                        named("Formula1", self.OURS[1:] + "SLIPPAGE(10;C2)>1"), named("StyleName", "Default")))
        formats.ConditionalFormat = entries
        document.NamedRanges.addNewByName("taux", self.OURS[1:] + "SLIPPAGE(10;12)", CellAddress(), 0)
        document.NamedRanges.addNewByName("double", "taux*2", CellAddress(), 0)
        document.Sheets[0].getCellRangeByName("A1").Formula = "=double+1"
        document.Sheets[0].getCellRangeByName("A2").Formula = "=A1+1"
        source = self.office.save(document, self.here / "hors-cellules.ods")
        self.office.close(document)
        code, said = self.work("freeze", source, self.here / "fige.ods")
        self.assertEqual((0, "1 4"), (code, " ".join(said.split()[:2])))
        with Office("fr", extension=False) as reader:
            document = reader.open(self.here / "fige.ods")
            document.calculateAll()
            self.assertEqual([("1.4", 1.4), ("=A1+1", 2.4)], [(cell.Formula, round(cell.Value, 9)) for cell in
                             (document.Sheets[0].getCellRangeByName(name) for name in ("A1", "A2"))])

    def test_the_frozen_dashboard_shows_what_the_living_one_shows(self):
        done = probe(self.office, "workbench-probe", "dashboard", CLEAN, self.here / "tableau.ods")
        self.assertEqual(0, done.returncode, done.stderr)
        code, said = self.work("freeze", self.here / "tableau.ods", self.here / "fige.ods")
        self.assertEqual(0, code, said)
        living = self.texts(self.here / "tableau.ods", "Tableau de bord")
        with Office("fr", extension=False) as reader:
            document = reader.open(self.here / "fige.ods")
            document.calculateAll()
            sheet = document.Sheets.getByName("Tableau de bord")
            frozen = sheet.getCellRangeByPosition(0, 0, len(living[0]) - 1, len(living) - 1).DataArray
        self.assertGreater(len(living), 50)
        rounded = lambda rows: [[round(cell, 9) if isinstance(cell, float) else cell for cell in row] for row in rows]  # noqa: E731
        self.assertEqual([], [pair for pair in zip(rounded(living), rounded(frozen)) if pair[0] != pair[1]])

    def test_where_nothing_can_be_written(self):
        code, said = self.work("freeze", CLEAN, "/proc/fige.ods")
        self.assertEqual(3, code)
        self.assertIn("Ce fichier ne peut pas être écrit", said)

    def test_nothing_is_written_over(self):
        source = self.document(["Bonjour"])
        for target, words in ((source, "existe déjà"), (self.here / "copie.pdf", "Format non prévu")):
            code, said = self.work("freeze", source, target)
            self.assertEqual(3, code)
            self.assertIn(words, said)


class FromFicheToEdition(EditionTest):
    def fiche(self, number, name, ministry):
        document = self.office.open(SAMPLES / "fiche-exemple.fods")
        sheet = document.Sheets[0]
        for label, value in (("Identifiant", f"EX-{number}"), ("Nom du projet", name), ("Ministère porteur", ministry),
                             ("Description et objectifs du projet", f"Projet inventé : {name.lower()} pour des usagers imaginaires.")):
            sheet.getCellByPosition(VALUE, row_of(sheet, label)).String = value
        document.calculateAll()
        path = self.office.save(document, self.here / f"fiche-{number}-2026-06.ods")
        self.office.close(document)
        return path

    def three_fiches(self):
        """A portfolio made of three fiches, and what is said of it."""
        fiches = [self.fiche(1, "GUICHET", "Ministère de la Culture"), self.fiche(2, "PHARE", "Ministère de la Justice"),
                  self.fiche(3, "BALISE", "Ministère de l'Intérieur")]
        portfolio = self.here / "portefeuille.ods"
        code, said = self.work("consolidate", portfolio, *fiches)
        self.assertEqual(0, code, said)
        return portfolio, said

    def test_three_fiches_become_an_edition(self):
        portfolio, said = self.three_fiches()
        self.assertIn("3 projets, rien à déclarer : 0, conflits : 0, doublons : 0", said)
        rows = self.texts(portfolio, "Portefeuille consolidé 2026-06")
        self.assertEqual(["GUICHET", "PHARE", "BALISE"], [row[rows[0].index("Nom du projet")] for row in rows[1:]])

        code, said = self.work("publish", portfolio, self.here)
        self.assertEqual(0, code, said)
        done = subprocess.run([str(BUILD / "panorama-check"), "--pack", "open-data", str(self.here / "panorama-2026-06.csv")],
                              stdout=subprocess.DEVNULL, timeout=120)
        self.assertEqual(0, done.returncode)

    def test_three_fiches_beside_a_published_edition(self):
        earlier = SHARED / "data" / "editions" / "14-2021-12.csv"
        if not earlier.exists():
            self.skipTest(f"{earlier.name} is not there (PANORAMA_SHARED names the folder of the shared data)")
        portfolio, _ = self.three_fiches()
        code, said = self.work("compare", portfolio, self.here / "compare.ods", earlier)
        self.assertEqual(0, code, said)
        first = {row[0]: row for row in reversed(self.texts(self.here / "compare.ods", said))}
        self.assertEqual((50.0, 3.0), first["Projets"][1:3])
        self.assertIn("PHARE", first)


class History(EditionTest):
    def test_every_published_figure_is_what_its_formula_gives(self):
        document = self.office.open(SAMPLES / "historique-editions.fods")
        document.calculateAll()
        sheet = document.Sheets[0]
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress.EndRow
        self.assertGreater(last, 80)
        for row in range(4, last + 1):
            published, computed = sheet.getCellByPosition(4, row), sheet.getCellByPosition(5, row)
            with self.subTest(row=row + 1):
                if published.Type.value == "EMPTY":  # something is said of the figure, and no value of it is known
                    self.assertEqual("#N/D", computed.String)
                    self.assertNotEqual("", sheet.getCellByPosition(6, row).String)
                else:
                    self.assertEqual((0, published.Value), (computed.getError(), computed.Value))
        self.office.close(document)


if __name__ == "__main__":
    unittest.main()
