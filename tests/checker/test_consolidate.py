"""panorama-check --consolidate: many workbooks made one, in every format, and nothing ever written over."""

import csv
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from test_checker import SOURCE, CheckerTest, csv_bytes  # noqa: E402

MINISTRIES = SOURCE / "samples" / "ministeres"
HEADER = ["ID", "Projet", "Ministère porteur", "Phase", "Coût (M€)"]
ALPHA = ["P1", "ALPHA", "MI", "Déploiement", 12.5]
BETA = ["P2", "BETA", "MJ", "Cadrage", "En cadrage"]


class Consolidate(CheckerTest):
    def setUp(self):
        self.here = self.folder / self.id().split(".")[-1]
        self.here.mkdir()

    def table(self, name, *rows):
        path = self.here / name
        path.write_bytes(csv_bytes([HEADER, *rows]))
        return path

    def consolidate(self, *files, name="portefeuille.csv", **environment):
        """Exit code, what is said, and the rows of the portfolio by header; None where none was written."""
        output = self.here / name
        code, said, problems = self.check("--consolidate", "--output", output, *files, **environment)
        if not output.exists() or output.suffix != ".csv":
            return code, said + problems, None
        with open(output, encoding="utf-8", newline="") as file:
            return code, said + problems, list(csv.DictReader(file))

    def test_exit_codes(self):
        broken = self.here / "abîmé.xlsx"
        broken.write_bytes(b"PK\x03\x04 pas un classeur")
        alpha, beta = self.table("a.csv", ALPHA), self.table("b.csv", BETA)
        other = self.table("c.csv", [*ALPHA[:4], 13.0])
        for number, (files, expected, rows) in enumerate([
            ((alpha, beta), 0, 2),
            ((alpha, alpha), 0, 1),             # named twice, read once
            ((alpha, other), 1, 2),             # a conflict: both kept
            ((alpha, self.table("d.csv", ALPHA)), 1, 2),  # a duplicate: both kept
            ((alpha, broken), 2, 1),            # what could be read is there all the same
            ((broken,), 2, None),
            ((self.here / "absent.csv",), 2, None),
        ]):
            with self.subTest(files=[file.name for file in files]):
                code, said, portfolio = self.consolidate(*files, name=f"portefeuille-{number}.csv")
                self.assertEqual((expected, rows), (code, portfolio and len(portfolio)), said)
                for file in files:
                    if expected == 2 and not file.name == "a.csv":
                        self.assertIn(file.name, said)

    def test_rows_and_their_origin(self):
        _, _, portfolio = self.consolidate(self.table("a.csv", ALPHA), self.table("b.csv", BETA))
        self.assertEqual([("ALPHA", "12.5", "a.csv", "2"), ("BETA", "En cadrage", "b.csv", "2")],
                         [(row["Nom du projet"], row["Coût estimé"], row["Fichier d’origine"], row["Ligne d’origine"])
                          for row in portfolio])

    def test_a_folder_means_its_spreadsheets(self):
        self.table("b.csv", BETA)
        self.table("a.csv", ALPHA)
        (self.here / "lisez-moi.txt").write_text("rien", encoding="utf-8")
        (self.here / ".~lock.a.csv#").write_text("x", encoding="utf-8")
        (self.here / ".a.csv").write_bytes(csv_bytes([HEADER, ["P8", "CACHÉ", "MI", "Terminé", 1.0]]))
        below = self.here / "archives"
        below.mkdir()
        (below / "vieux.csv").write_bytes(csv_bytes([HEADER, ["P9", "VIEUX", "MI", "Terminé", 1.0]]))
        code, said, portfolio = self.consolidate(self.here)
        self.assertEqual((0, ["ALPHA", "BETA"]), (code, [row["Nom du projet"] for row in portfolio]), said)
        self.assertIn("Sous-dossiers non lus : 1 (archives).", said.replace("\u00a0", " "))
        self.assertIn("Folders within, not read: 1 (archives).", self.consolidate(self.here, "--lang", "en", name="en.csv")[1])
        for number in range(6):
            (self.here / f"lot-{number}").mkdir()
        self.assertIn("Sous-dossiers non lus : 7.", self.consolidate(self.here, name="sept.csv")[1].replace("\u00a0", " "))
        self.assertNotIn("Sous-dossiers", self.consolidate(self.here / "a.csv", name="un.csv")[1])
        empty = self.here / "vide"
        empty.mkdir()
        self.assertEqual(2, self.consolidate(empty, name="autre.csv")[0])

    def test_nothing_is_written_over(self):
        alpha = self.table("a.csv", ALPHA)
        before = alpha.read_bytes()
        taken = self.here / "portefeuille.csv"
        taken.write_bytes("déjà là".encode())
        for output in (taken, alpha):
            code, _, said = self.check("--consolidate", "--output", output, alpha)
            self.assertEqual(2, code)
            self.assertIn(output.name, said)
        self.assertEqual((before, "déjà là"), (alpha.read_bytes(), taken.read_text(encoding="utf-8")))

    def test_bad_usage(self):
        alpha = self.table("a.csv", ALPHA)
        for arguments in [("--consolidate", alpha), ("--consolidate", "--output", self.here / "p.pdf", alpha),
                          ("--consolidate", "--output", self.here / "p.csv"),
                          ("--consolidate", "--publish", "--output", self.here / "p.csv", alpha),
                          ("--consolidate", "--output", self.here / "absent" / "p.csv", alpha),
                          ("--consolidate", "--output", self.here / "absent" / "p.ods", alpha),
                          ("--consolidate", "--output", self.here / "p.ods", "--format", "json", alpha)]:
            with self.subTest(arguments=[str(one) for one in arguments]):
                code, _, said = self.check(*arguments)
                self.assertEqual(2, code)
                self.assertNotEqual("", said.strip())
        self.assertFalse((self.here / "absent").exists())
        self.assertFalse((self.here / "p.ods").exists())

    def test_every_format_is_read_again(self):
        files = [self.table("a.csv", ALPHA, ["P3", "=1+1", "", "Déploiement", 3.0]), self.table("b.csv", BETA)]
        for suffix in (".ods", ".fods", ".xlsx", ".csv"):
            with self.subTest(suffix):
                name = "portefeuille" + suffix
                code, said, _ = self.consolidate(*files, name=name)
                self.assertEqual(0, code, said)
                _, (report,) = self.report(self.here / name)
                sheet = report["sheets"][0]
                self.assertEqual((1, 3, 15.5), (len(report["sheets"]), sheet["rows"], report["figures"]["total_m_eur"]))
                names = {one["project"] for one in report["findings"]}
                self.assertIn("'=1+1" if suffix == ".csv" else "=1+1", names)  # still a text, in every format

    def test_samples_of_three_ministries(self):
        code, said, _ = self.consolidate(MINISTRIES, name="portefeuille-2026-06.ods")
        self.assertEqual(1, code)  # one project of two ministries, with different values
        for words in ("CONFLUENCE", "31 | 34,5", "Direction métier", "Coût initial (k€)", "culture-2026-06.fods"):
            self.assertIn(words, said.replace("\u00a0", " "))
        _, (report,) = self.report(self.here / "portefeuille-2026-06.ods")
        self.assertEqual((6, 2, 100.05), (report["figures"]["projects"], report["figures"]["withheld"],
                                          report["figures"]["total_m_eur"]))

    def test_nothing_to_declare_and_yet_projects(self):
        nil = self.table("rien.csv", ["", "Rien à déclarer", "Ministère de la Justice", "", ""])
        code, said, portfolio = self.consolidate(nil, self.table("b.csv", BETA))
        self.assertEqual((1, 2), (code, len(portfolio)))  # both kept, and somebody has to look
        self.assertIn("Ministère de la Justice | Projets à déclarer | Rien à déclarer | 1 projet | rien.csv", said.replace("\u00a0", " "))
        self.assertEqual(0, self.consolidate(nil, self.table("a.csv", ALPHA), name="autre.csv")[0])

    def test_consolidated_fiches_are_an_internal_portfolio(self):
        self.consolidate(SOURCE / "samples" / "fiche-exemple.fods", name="fiches-2026-06.ods")
        _, (report,) = self.report(self.here / "fiches-2026-06.ods")
        self.assertEqual("panorama", report["pack"])

    def test_both_languages(self):
        alpha = self.table("a.csv", ALPHA)
        for language, words in (("fr", "Fichiers lus"), ("en", "Files read")):
            code, said, _ = self.consolidate(alpha, "--lang", language, name=f"{language}.csv")
            self.assertEqual(0, code)
            self.assertIn(words, said)

    def test_ten_thousand_rows(self):
        rows = [[f"P{i}", f"Projet {i}", "MI", "Déploiement", float(10 + i % 90)] for i in range(10_000)]
        code, said, portfolio = self.consolidate(self.table("a.csv", *rows), self.table("b.csv", BETA))
        self.assertEqual((1, 10_001), (code, len(portfolio)), said[:500])  # P2 has two names


if __name__ == "__main__":
    unittest.main()
