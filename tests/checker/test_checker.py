"""panorama-check as it is run: exit codes, the report for programs, files in every format, and files it cannot read."""

import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "calc"))

import uno  # noqa: E402
from com.sun.star.beans import NamedValue  # noqa: E402

from office import BUILD, SOURCE, Office  # noqa: E402

CHECKER = BUILD / "panorama-check"
SHARED = pathlib.Path(os.environ.get("PANORAMA_SHARED", SOURCE.parent / "shared"))

# A dashboard table without a mistake, and what is known of it by hand: 12.5 + 40 M€, (2 + 3.5) / 2 years, one withheld.
HEADER = ["Projet", "Ministère porteur", "Projet inter-ministériel", "Description et objectifs", "Début",
          "Durée du projet en années", "Phase du projet en cours", "Coût complet estimé", "Zone fonctionnelle principale",
          "Programme de financement"]
ROWS = [
    ["SIÈGE", "Premier ministre", "Oui", "Rénover les échanges", "janvier 2015", 2.0, "Conception / Réalisation", 12.5,
     "Ressources Humaines", "P129"],
    ["ÉTÉ « 14 »", "Premier ministre", "Non", "Suivre les saisons", "mars 2016", 3.5, "Déploiement", 40.0, "Finances", "P129"],
    ["À venir", "Premier ministre", "Non", "Étudier", "avril 2016", "En cadrage", "Cadrage", "En cadrage", "Finances", "P129"],
]
FIGURES = {"projects": 3, "interministerial": 1, "total_m_eur": 52.5, "mean_duration_years": 2.75, "withheld": 1,
           "budget_slippage": None, "calendar_slippage": None}


def table(**changes):
    """The table with some cells of its first project changed, by header."""
    rows = [HEADER] + [list(row) for row in ROWS]
    for name, value in changes.items():
        rows[1][[header.split()[0] for header in HEADER].index(name)] = value
    return rows


def csv_bytes(rows, charset="utf-8", separator=",", line_end="\r\n", decimal="."):
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator=line_end)
    for row in rows:
        writer.writerow([str(cell).replace(".", decimal) if isinstance(cell, float) else cell for cell in row])
    return text.getvalue().encode(charset)


class CheckerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not CHECKER.exists():
            raise RuntimeError(f"{CHECKER} is missing: build first (scripts/build)")
        folder = tempfile.TemporaryDirectory(prefix="panorama-checker-test-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        (cls.folder / "temporary").mkdir()

    def check(self, *arguments, **environment):
        """Exit code, output and messages of one run."""
        done = subprocess.run([str(CHECKER), *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=180, cwd=self.folder,
                              env={**os.environ, "TMPDIR": str(self.folder / "temporary"), "LC_ALL": "C.UTF-8", **environment})
        return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def report(self, *arguments):
        """Exit code and the objects of a JSON report, one per file."""
        code, output, _ = self.check("--format", "json", *arguments)
        return code, [json.loads(line) for line in output.splitlines()]

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else csv_bytes(content))
        return path

    def assert_figures(self, report):
        self.assertIsNone(report["error"])
        self.assertEqual(FIGURES, {name: report["figures"][name] for name in FIGURES})


class ExitCodes(CheckerTest):
    def test_no_error(self):
        code, (report,) = self.report("--edition", "2016-06", self.write("sans faute.csv", table()))
        self.assert_figures(report)
        self.assertEqual([], [one for one in report["findings"] if one["severity"] == "error"])
        self.assertEqual(0, code)

    def test_a_partial_check_is_no_good_answer(self):
        code, output, _ = self.check(self.write("sans date.csv", table()))
        self.assertEqual(1, code)
        self.assertIn("Contrôle partiel", output)

    def test_errors(self):
        code, (report,) = self.report(self.write("fautes.csv", table(Durée="beaucoup")))
        self.assertEqual(1, code)
        (finding,) = (one for one in report["findings"] if one["severity"] == "error")
        self.assertEqual(("F04", "F2", "SIÈGE", "duration", "beaucoup"),
                         tuple(finding[name] for name in ("rule", "cell", "project", "field", "value")))

    def test_warnings_alone_are_no_error(self):
        code, (report,) = self.report("--edition", "2016-06", self.write("remarque.csv", table(Projet="SIÈGE ")))
        self.assertIn(("F01", "warning", "A2"), [(one["rule"], one["severity"], one["cell"]) for one in report["findings"]])
        self.assertEqual(0, code)

    def test_lowest_severity_shown_changes_no_exit_code(self):
        path = self.write("deux.csv", table(Projet="SIÈGE ", Durée="beaucoup"))
        shown = {}
        for severity in ("error", "warning", "info"):
            code, (report,) = self.report("--severity", severity, path)
            self.assertEqual(1, code)
            shown[severity] = [one["severity"] for one in report["findings"]]
        self.assertEqual({"error"}, set(shown["error"]))
        self.assertIn("warning", shown["warning"])
        self.assertLessEqual(len(shown["warning"]), len(shown["info"]))

    def test_bad_usage(self):
        path = self.write("fichier.csv", table())
        for arguments in [(), ("--format", "xml", path), ("--edition", "automne", path), ("--pack", "inconnu", path),
                          ("--severity", "grave", path), ("--lang", "de", path), ("--jobs", "0", path), ("--jobs", "deux", path),
                          ("--inconnu", path), (path, "--format"), ("--pack", self.write("pack.xml", b"<pack>"), path)]:
            with self.subTest(arguments=[str(one) for one in arguments]):
                code, output, said = self.check(*arguments)
                self.assertEqual((2, ""), (code, output))
                self.assertNotEqual("", said.strip())

    def test_help_and_version(self):
        for language, word in (("fr", "Usage :"), ("en", "Usage:")):
            code, output, _ = self.check("--help", "--lang", language)
            self.assertEqual(0, code)
            self.assertIn(word, output)
            for option in ("--pack", "--edition", "--previous", "--format", "--output", "--severity", "--lang", "--jobs"):
                self.assertIn(option, output)
            # The formats that help names are those that exist, and those a refusal proposes.
            formats = re.search(r"--format (\S+)", output).group(1).split("|")
            self.assertLessEqual({"text", "json", "html", "csv", "sarif"}, set(formats))
            _, _, said = self.check("--format", "pdf", "--lang", language, "fichier.csv")
            self.assertIn(", ".join(formats), said)
            self.assertNotIn("pdf", formats)  # only an office can print
        for form in formats:
            self.assertNotEqual(2, self.check("--format", form, self.write("forme.csv", table()))[0], form)
        code, output, _ = self.check("--version")
        version = re.search(r"project\(\w+ VERSION (\S+)", (SOURCE / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)
        self.assertEqual((0, version), (code, output.split()[-1]))

    def test_output_file(self):
        path = self.write("fichier.csv", table())
        code, output, _ = self.check("--edition", "2016-06", "--format", "json", "--output", self.folder / "rapport.json", path)
        self.assertEqual((0, ""), (code, output))
        self.assert_figures(json.loads((self.folder / "rapport.json").read_text(encoding="utf-8")))
        code, _, said = self.check("--output", self.folder / "absent" / "rapport.txt", path)
        self.assertEqual(2, code)
        self.assertIn("rapport.txt", said)


class Reports(CheckerTest):
    def test_json_shape(self):
        path = self.write("forme.csv", table(Durée="beaucoup", Projet="SIÈGE "))
        _, (report,) = self.report(path)
        self.assertLessEqual({"file", "pack", "edition", "sheets", "figures", "comparison", "findings"}, set(report))
        self.assertEqual(str(path), report["file"])
        self.assertEqual("dashboard", report["pack"])
        self.assertIsNone(report["comparison"])
        (sheet,) = report["sheets"]
        self.assertLessEqual({"name", "layout", "header", "rows"}, set(sheet))
        self.assertEqual(("forme", "dashboard", 1, 3), (sheet["name"], sheet["layout"], sheet["header"]["row"], sheet["rows"]))
        self.assertEqual({"name": "A", "ministry": "B", "interministerial": "C", "description": "D", "start": "E",
                          "duration": "F", "phase": "G", "cost": "H", "zone": "I", "programme": "J"}, sheet["header"]["columns"])
        self.assertLessEqual(set(FIGURES), set(report["figures"]))
        self.assertGreaterEqual(len(report["findings"]), 2)
        for finding in report["findings"]:
            self.assertLessEqual({"rule", "severity", "sheet", "cell", "project", "field", "value", "message", "fix"}, set(finding))
            self.assertRegex(finding["rule"], r"^[FRPDB]\d\d$")
            self.assertIn(finding["severity"], ("error", "warning", "info"))
            self.assertRegex(finding["cell"], r"^[A-Z]+[1-9]\d*$")
            self.assertNotEqual("", finding["message"])

    def test_comparison(self):
        now = table()
        now[1][0], now[2][0] = "Siege", "NOUVEAU"
        now[2][3:6] = ["Tout autre chose", "mai 2020", 1.0]
        _, (report,) = self.report("--previous", self.write("avant.csv", table()), self.write("après.csv", now))
        comparison = report["comparison"]
        self.assertLessEqual({"previous", "entering", "leaving", "renamed"}, set(comparison))
        self.assertEqual((["NOUVEAU"], ["ÉTÉ « 14 »"], []), (comparison["entering"], comparison["leaving"], comparison["renamed"]))
        code, (report,) = self.report("--previous", self.folder / "absent.csv", self.folder / "après.csv")
        self.assertEqual(2, code)
        self.assertIsNone(report["comparison"])

    def test_messages_in_both_languages(self):
        path = self.write("langue.csv", table(Durée="beaucoup"))
        missing = self.folder / "absent.csv"
        for arguments, environment, word, refusal in [
            (("--lang", "fr"), {}, "n’est ni un nombre", "n’existe pas"),
            (("--lang", "en"), {}, "is neither a number", "does not exist"),
            ((), {"LC_ALL": "fr_FR.UTF-8"}, "n’est ni un nombre", "n’existe pas"),
            ((), {"LC_ALL": "en_GB.UTF-8"}, "is neither a number", "does not exist"),
            ((), {"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}, "n’est ni un nombre", "n’existe pas"),
        ]:
            with self.subTest(arguments=arguments, **environment):
                code, output, _ = self.check(*arguments, path, **environment)
                self.assertEqual(1, code)
                self.assertIn(word, output)
                code, output, said = self.check(*arguments, missing, **environment)
                self.assertEqual(2, code)
                self.assertIn(refusal, output + said)

    def test_text_names_the_cell(self):
        code, output, _ = self.check(self.write("texte.csv", table(Durée="beaucoup")))
        self.assertEqual(1, code)
        for word in ("texte.csv", "F04", "F2", "beaucoup"):
            self.assertIn(word, output)

    def test_html_escapes(self):
        path = self.write("page.csv", table(Projet="<script>alert(1)</script>", Durée="<b>beaucoup</b>"))
        code, output, _ = self.check("--format", "html", path)
        self.assertEqual(1, code)
        self.assertIn("<html", output)
        self.assertNotIn("<script>alert(1)", output)
        self.assertNotIn("<b>beaucoup", output)
        self.assertIn("&lt;b&gt;beaucoup", output)
        self.assertNotRegex(output, r'(src|href)="https?:')  # nothing is loaded from a network

    def test_formats_for_other_programs(self):
        path = self.write("programmes.csv", table(Durée="=1+1"))
        for form in ("sarif", "csv"):
            with self.subTest(form):
                code, output, _ = self.check("--format", form, path)
                self.assertEqual(1, code)
                if form == "sarif":
                    (run,) = json.loads(output)["runs"]
                    self.assertIn("F04", [one["ruleId"] for one in run["results"]])
                else:
                    rows = list(csv.reader(io.StringIO(output.lstrip("\ufeff"))))
                    self.assertGreaterEqual(len(rows), 2)
                    # What a spreadsheet would run as a formula when it opens the report.
                    self.assertFalse([cell for row in rows for cell in row if cell[:1] in "=+@" and cell])


class CsvFiles(CheckerTest):
    def test_charsets_and_separators(self):
        for charset in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
            for separator, decimal in ((",", "."), (";", ","), ("\t", ","), (",", ",")):
                for line_end in ("\n", "\r\n"):
                    with self.subTest(charset=charset, separator=separator, decimal=decimal, line_end=line_end):
                        content = csv_bytes(table(), charset, separator, line_end, decimal)
                        _, (report,) = self.report(self.write("forme.csv", content))
                        self.assert_figures(report)
                        self.assertEqual(3, report["sheets"][0]["rows"])

    def test_names_of_projects_keep_their_accents(self):
        for charset in ("utf-8", "utf-16", "cp1252"):
            with self.subTest(charset):
                _, (report,) = self.report(self.write("accents.csv", csv_bytes(table(Durée="beaucoup"), charset)))
                self.assertIn("SIÈGE", [one["project"] for one in report["findings"]])

    def test_nothing_becomes_a_formula(self):
        _, (report,) = self.report(self.write("formule.csv", table(Durée="=1+1", Projet="@SOMME(1)")))
        self.assertIn(("F04", "=1+1"), [(one["rule"], one["value"]) for one in report["findings"]])

    def test_title_above_the_header(self):
        _, (report,) = self.report(self.write("titre.csv", [["Panorama"], []] + table(Durée="beaucoup")))
        self.assert_figures_but_duration(report)
        self.assertEqual(3, report["sheets"][0]["header"]["row"])
        self.assertIn("F4", [one["cell"] for one in report["findings"]])

    def assert_figures_but_duration(self, report):
        self.assertEqual((3, 52.5), (report["figures"]["projects"], report["figures"]["total_m_eur"]))


class Workbooks(CheckerTest):
    """Files written by LibreOffice, read by the checker through an office of its own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        with Office("fr", extension=False) as office:
            document = office.new()
            rows = table(Durée="beaucoup")
            sheet = document.Sheets[0]
            sheet.getCellRangeByPosition(0, 0, len(HEADER) - 1, len(rows) - 1).setDataArray(tuple(map(tuple, rows)))
            for suffix in (".ods", ".fods", ".xlsx", ".xls"):
                office.save(document, cls.folder / f"classeur{suffix}")
            office.save(document, cls.folder / "été #1 100 % (copie).ods")
            for suffix in (".ods", ".xls"):
                office.save(document, cls.folder / f"secret{suffix}", Password="sésame")
            # Password is ignored for this format, which is encrypted in a way of its own.
            key = (NamedValue("CryptoType", "Standard"), NamedValue("OOXPassword", "sésame"))
            office.save(document, cls.folder / "secret.xlsx", EncryptionData=uno.Any("[]com.sun.star.beans.NamedValue", key))
            office.close(document)
            document = office.new()
            office.save(document, cls.folder / "vide.ods")
            document.Sheets[0].getCellRangeByName("A1").String = "Bonjour"
            office.save(document, cls.folder / "sans tableau.ods")
            office.close(document)
        for suffix in (".ods", ".xlsx", ".xls"):
            content = (cls.folder / f"classeur{suffix}").read_bytes()
            (cls.folder / f"tronqué{suffix}").write_bytes(content[:len(content) // 2])
        (cls.folder / "texte.ods").write_bytes(b"Ceci n'est pas un classeur.\n" * 40)
        (cls.folder / "rien.xlsx").write_bytes(b"")
        (cls.folder / "dossier.ods").mkdir()

    def test_every_format(self):
        code, reports = self.report(*(self.folder / f"classeur{suffix}" for suffix in (".ods", ".fods", ".xlsx", ".xls")))
        self.assertEqual((1, 4), (code, len(reports)))
        for report in reports:
            with self.subTest(report["file"]):
                self.assertIsNone(report["error"])
                self.assertEqual((3, 52.5), (report["figures"]["projects"], report["figures"]["total_m_eur"]))
                self.assertIn(("F04", "F2", "beaucoup"), [(one["rule"], one["cell"], one["value"]) for one in report["findings"]])

    def test_names_with_spaces_and_signs(self):
        self.write("été #1 100 % (copie).csv", table(Durée="beaucoup"))
        for suffix in (".csv", ".ods"):
            with self.subTest(suffix):
                path = self.folder / f"été #1 100 % (copie){suffix}"
                code, (report,) = self.report(path)
                self.assertEqual((1, str(path)), (code, report["file"]))

    def test_files_it_cannot_check(self):
        for name, kind in [
            ("secret.ods", "password"), ("secret.xlsx", "password"), ("secret.xls", "password"), ("vide.ods", "empty"),
            ("sans tableau.ods", "no-table"), ("absent.ods", "missing"), ("texte.ods", None), ("rien.xlsx", None), ("dossier.ods", "folder"),
            ("tronqué.ods", "unreadable"), ("tronqué.xlsx", "unreadable"), ("tronqué.xls", "unreadable"),
        ]:
            with self.subTest(name):
                code, (report,) = self.report(self.folder / name)
                self.assertEqual(2, code, report["figures"])
                self.assertIsNotNone(report["error"])
                if kind:
                    self.assertEqual(kind, report["error"]["kind"])
                self.assertIn(name, report["error"]["message"])
                self.assertEqual([], report["findings"])
                self.assertEqual({None}, set(report["figures"].values()))

    def test_one_bad_file_among_others(self):
        good = self.write("bon.csv", table())
        files = [good, self.folder / "tronqué.xlsx", self.folder / "classeur.xlsx", self.folder / "secret.ods",
                 self.folder / "absent.csv", self.folder / "classeur.ods"]
        for jobs in ("1", "2"):
            code, output, said = self.check("--format", "json", "--jobs", jobs, *files)
            reports = [json.loads(line) for line in output.splitlines()]
            self.assertEqual(2, code)
            self.assertEqual([str(one) for one in files], [one["file"] for one in reports])
            self.assertEqual([False, True, False, True, True, False], [one["error"] is not None for one in reports])
            self.assert_figures(reports[0])
            self.assertEqual(52.5, reports[5]["figures"]["total_m_eur"])
            for name in ("tronqué.xlsx", "secret.ods", "absent.csv"):
                self.assertIn(name, said)

    def test_nothing_is_left_behind(self):
        before = (self.folder / "classeur.ods").read_bytes()
        self.check(self.folder / "classeur.ods", self.folder / "tronqué.ods")
        self.assertEqual([], list((self.folder / "temporary").iterdir()))
        self.assertEqual(before, (self.folder / "classeur.ods").read_bytes())
        self.assertEqual([], list(self.folder.glob(".~lock*")))


class RealFiles(CheckerTest):
    """The published tables, with the figures recomputed from them by hand. They are no part of the project."""

    def setUp(self):
        if not (SHARED / "data").is_dir():
            self.skipTest(f"the published files are not here ({SHARED / 'data'}; PANORAMA_SHARED says where they are)")

    def test_published_tables(self):
        for name, edition, projects, total, years in [
            ("01-2016-11", 1, 57, 2292.90, 6.22),
            ("03-2017-06", 3, 61, 2561.10, 5.96),
            ("06-2018-07", 6, 56, 2553.58, 6.57),
            ("08-2019-03", 8, 48, 1636.40, 6.56),
            ("14-2021-12", 14, 50, 2511.86, 6.06),
        ]:
            with self.subTest(name):
                _, (report,) = self.report(SHARED / "data" / "editions" / f"{name}.csv")
                figures = report["figures"]
                self.assertEqual(("dashboard", edition), (report["pack"], report["edition"]))
                self.assertEqual((projects, total, years), (figures["projects"], round(figures["total_m_eur"], 2),
                                                            round(figures["mean_duration_years"], 2)))

    def test_headlines_that_contradict_their_table(self):
        for name, rules in [("08-2019-03", {"P01"}), ("14-2021-12", {"P02"})]:
            with self.subTest(name):
                code, (report,) = self.report(SHARED / "data" / "editions" / f"{name}.csv")
                self.assertEqual(1, code)
                self.assertEqual(rules, {one["rule"] for one in report["findings"]} & {"P01", "P02"})

    def test_official_files(self):
        for name, edition, projects, total in [("edition-01-2016-11", 1, 57, 2292.90), ("edition-03-2017-06", 3, 61, 2561.10)]:
            with self.subTest(name):
                _, (report,) = self.report(SHARED / "data" / "official" / f"{name}.csv")
                self.assertEqual(("open-data", edition, projects, total),
                                 (report["pack"], report["edition"], report["figures"]["projects"],
                                  round(report["figures"]["total_m_eur"], 2)))

    def test_all_in_one_run(self):
        files = sorted((SHARED / "data" / "editions").glob("[0-9]*-[0-9][0-9].csv"))
        _, reports = self.report("--jobs", "2", *files)
        self.assertEqual([str(one) for one in files], [one["file"] for one in reports])
        self.assertEqual([57, 61, 56, 48, 50], [one["figures"]["projects"] for one in reports])


if __name__ == "__main__":
    unittest.main()
