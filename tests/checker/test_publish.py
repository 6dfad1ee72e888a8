"""panorama-check --publish: the open-data file, what stands beside it, and what keeps it back."""

import csv
import json
import pathlib
import shutil
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from test_checker import SHARED, SOURCE, CheckerTest, csv_bytes  # noqa: E402

HEADER = ["Ministère porteur", "Nom du projet", "Projet interministériel", "Description", "Date de début", "Fin actualisée", "Phase",
          "Diffusion", "Coût initial", "Coût actualisé", "Commentaire", "Programme"]
ALPHA = ["MJ", "ALPHA", "Oui", "Une description.", "2024-01-01", "2029-01-01", "Déploiement", "Publiable", 10.0, 12.5, "confidentiel", "P166"]
BETA = ["MI", "BETA", "Non", "Une autre.", "2025-01-01", "2028-01-01", "Déploiement", "Révision de trajectoire", 20.0, 44.75, "", "P216"]
PUBLISHED = ("Ministère porteur|Ministère nom complet|Nom du projet|Projet interministériel|Description et objectifs du projet|"
             "En savoir plus sur le projet|Début|Durée prévisionnelle en année|Phase du projet en cours|Coût estimé|"
             "Coût estimé par tranche|Zone fonctionnelle|Financement [programme(s)]|"
             "Lien vers les Projets Annuels de Performances|Date de publication").split("|")
ENDINGS = (".csv", ".schema.json", ".html", ".communique.txt")


class Publish(CheckerTest):
    def setUp(self):
        self.here = self.folder / self.id().split(".")[-1]
        self.here.mkdir()

    def table(self, *rows, name="portefeuille.csv"):
        path = self.here / name
        path.write_bytes(csv_bytes([HEADER, *rows]))
        return path

    def publish(self, *arguments, name="publie"):
        """Exit code and what is said, with plain spaces."""
        code, output, said = self.check("--publish", "--output", self.here / f"{name}.csv", *arguments)
        return code, (output + said).replace("\u00a0", " ")

    def written(self, name="publie"):
        return [ending for ending in ENDINGS if (self.here / (name + ending)).exists()]

    def rows(self, name="publie"):
        with open(self.here / f"{name}.csv", encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    def test_the_published_file(self):
        code, said = self.publish("--edition", "2026-06", self.table(ALPHA, BETA))
        self.assertEqual((0, list(ENDINGS)), (code, self.written()), said)
        bytes_written = (self.here / "publie.csv").read_bytes()
        self.assertFalse(bytes_written.startswith(b"\xef\xbb\xbf"))
        self.assertEqual(bytes_written.count(b"\n"), bytes_written.count(b"\r\n"))
        header, alpha, beta = self.rows()
        self.assertEqual(PUBLISHED, header)
        self.assertEqual(["MJ", "Ministère de la Justice", "ALPHA", "Oui", "Une description.", "", "2024-01-01", "5",
                          "Déploiement", "12.5", "entre 9 et 20 M€", "", "P166", "", "2026-06-01"], alpha)
        self.assertEqual(["Révision de trajectoire", "Déploiement", "Révision de trajectoire", "Non communiqué"], beta[7:11])

    def test_nothing_withheld_is_in_any_file(self):
        self.publish("--edition", "2026-06", self.table(ALPHA, BETA))
        for ending in ENDINGS:
            content = (self.here / f"publie{ending}").read_text(encoding="utf-8")
            for secret in ("44.75", "44,75", "confidentiel", str(self.here)):
                self.assertNotIn(secret, content, ending)
        self.assertIn("BETA", (self.here / "publie.communique.txt").read_text(encoding="utf-8"))

    def test_it_is_clean_for_who_downloads_it(self):
        self.publish("--edition", "2026-06", self.table(ALPHA, BETA))
        code, (report,) = self.report("--pack", "open-data", self.here / "publie.csv")
        self.assertEqual((0, []), (code, [one for one in report["findings"] if one["severity"] == "error"]))
        self.assertEqual((2, 1, 12.5), (report["figures"]["projects"], report["figures"]["withheld"],
                                        report["figures"]["total_m_eur"]))

    def test_the_table_schema_fits_the_file(self):
        self.publish("--edition", "2026-06", self.table(ALPHA, BETA))
        schema = json.loads((self.here / "publie.schema.json").read_text(encoding="utf-8"))
        header, *rows = self.rows()
        self.assertEqual(header, [field["name"] for field in schema["fields"]])
        for row in rows:
            for field, cell in zip(schema["fields"], row):
                constraints = field.get("constraints", {})
                if cell in schema["missingValues"]:
                    self.assertFalse(constraints.get("required"), (field["name"], cell))
                    continue
                if field["type"] == "number":
                    self.assertGreaterEqual(float(cell), constraints["minimum"])
                if field["type"] == "date":
                    self.assertRegex(cell, r"^\d{4}-\d\d-\d\d$")
                if "enum" in constraints:
                    self.assertIn(cell, constraints["enum"])

    def test_refusal(self):
        for number, (change, rule) in enumerate([({6: "Bientôt"}, "F05"), ({9: ""}, "R01"), ({0: ""}, "F02"), ({2: "?"}, "F06"),
                                                 ({1: ""}, "F01")]):
            with self.subTest(rule):
                row = [change.get(place, cell) for place, cell in enumerate(ALPHA)]
                code, said = self.publish("--edition", "2026-06", self.table(row), name=f"refus-{number}")
                self.assertEqual((1, []), (code, self.written(f"refus-{number}")))
                self.assertIn(rule, said)
                self.assertIn("Publication refusée", said)

    def test_a_project_is_published_once(self):
        twin = ["MI", "Alpha", *ALPHA[2:9], 14.0, "", "P216"]
        code, said = self.publish("--edition", "2026-06", self.table(ALPHA, twin))
        self.assertEqual((1, []), (code, self.written()), said)
        self.assertIn("P05 Alpha : « Alpha » figure déjà en B2.", said)

    def test_two_projects_of_one_identifier(self):
        path = self.here / "portefeuille.csv"
        path.write_bytes(csv_bytes([["Identifiant", *HEADER], ["EX-1", *ALPHA], ["EX-1", *BETA]]))
        code, said = self.publish("--edition", "2026-06", path)
        self.assertEqual((1, []), (code, self.written()), said)
        self.assertIn("D01 BETA : L’identifiant « EX-1 » de « BETA » est déjà celui de « ALPHA » (A2).", said)
        code, said = self.publish("--edition", "2026-06", "--lang", "en", path)
        self.assertIn("D01 BETA: The identifier “EX-1” of “BETA” is already that of “ALPHA” (A2).", said)

    def test_a_second_table_is_not_left_out_in_silence(self):
        empty = [""] * len(HEADER)
        path = self.here / "portefeuille.csv"
        path.write_bytes(csv_bytes([HEADER, ALPHA, BETA, empty, empty, ["", *HEADER], ["", "MI", "GAMMA", *ALPHA[2:]]]))
        code, said = self.publish("--edition", "2026-06", path)
        self.assertEqual((0, 3), (code, len(self.rows())), said)
        self.assertIn("Attention : autres tableaux de projets du classeur, non publiés (1).", said)
        self.assertIn("non publiés (1)", (self.here / "publie.communique.txt").read_text(encoding="utf-8"))

    def test_an_empty_diffusion_beside_answers_is_told(self):
        for number, (beta, told) in enumerate(((BETA, False), ([*BETA[:7], "", *BETA[8:]], True))):
            code, said = self.publish("--edition", "2026-06", self.table(ALPHA, beta), name=f"vide-{number}")
            self.assertEqual((0, told), (code, "« Diffusion » est vide pour des projets qui sont publiés (1)" in said), said)

    def test_a_cost_of_0_is_not_known(self):
        for number, (change, words) in enumerate([({9: 0}, "« Coût actualisé » vaut 0 pour le projet « ALPHA »"),
                                                  ({7: "", 9: "0"}, "donnez le coût, ou la mention qui convient"),
                                                  ({9: -3.5}, "vaut -3,5 pour le projet « ALPHA »")]):
            with self.subTest(words):
                row = [change.get(place, cell) for place, cell in enumerate(ALPHA)]
                code, said = self.publish("--edition", "2026-06", self.table(row), name=f"nul-{number}")
                self.assertEqual((1, []), (code, self.written(f"nul-{number}")), said)
                self.assertIn(words, said)
        for number, change in enumerate(({6: "Cadrage", 9: 0}, {7: "Autre motif", 9: 0})):
            row = [change.get(place, cell) for place, cell in enumerate(ALPHA)]
            self.assertEqual(0, self.publish("--edition", "2026-06", self.table(row), name=f"retenu-{number}")[0])

    def test_nothing_to_declare_is_nothing_to_publish(self):
        code, said = self.publish("--edition", "2026-06", self.table(["MJ", "Rien à déclarer"] + [""] * 10))
        self.assertEqual((1, []), (code, self.written()), said)
        self.assertIn("aucun projet à publier", said)
        self.assertNotIn("Projets suivis : 0", said)

    def test_nothing_is_written_over(self):
        path = self.table(ALPHA)
        (self.here / "publie.html").write_text("déjà là", encoding="utf-8")
        code, said = self.publish("--edition", "2026-06", path)
        self.assertEqual((2, [".html"]), (code, self.written()))
        self.assertIn("publie.html", said)
        self.assertEqual(2, self.check("--publish", "--edition", "2026-06", "--output", path, path)[0])

    def test_bad_usage(self):
        path = self.table(ALPHA)
        for arguments in [("--publish", path), ("--publish", "--output", self.here / "p.ods", path),
                          ("--publish", "--output", self.here / "p.csv", path, path),
                          ("--publish", "--output", self.here / "p.csv", path),  # no edition is known
                          ("--publish", "--format", "html", "--output", self.here / "p.csv", path),
                          ("--publish", "--output", self.here / "p.csv", self.here),
                          ("--publish", "--fix", "--output", self.here / "p.csv", path),
                          ("--publish", "--edition", "2026-06", "--output", self.here / "absent" / "p.csv", path),
                          ("--publish", "--output", self.here / "p.csv", self.here / "absent.ods")]:
            with self.subTest(arguments=[str(one) for one in arguments]):
                code, _, said = self.check(*arguments)
                self.assertEqual(2, code)
                self.assertNotEqual("", said.strip())

    def test_press_figures_with_the_edition_before(self):
        before = self.table([*ALPHA[:9], 11.0, "", "P166"], name="avant-2025-12.csv")
        code, said = self.publish("--edition", "2026-06", "--previous", before, self.table(ALPHA, BETA))
        self.assertEqual(0, code, said)
        self.assertIn("Glissement budgétaire : 25 %, méthode « moyen » : 1 sur 2 projets, 1 sans taux", said)
        self.assertIn("+15,0 points par rapport à décembre 2025", said)
        self.assertIn("Projets aux chiffres non publiés, hors de ce total (1) : BETA (en révision de trajectoire)", said)

    def test_an_unsolved_conflict_of_two_ministries(self):
        portfolio = self.here / "portefeuille-2026-06.ods"
        self.check("--consolidate", "--output", portfolio, SOURCE / "samples" / "ministeres")
        code, said = self.publish(portfolio)
        self.assertEqual((1, []), (code, self.written()), said)
        self.assertIn("P05 Confluence", said)

    def test_samples(self):
        portfolio = self.here / "portefeuille-2026-06.ods"
        self.check("--consolidate", "--output", portfolio, SOURCE / "samples" / "ministeres" / "interieur-2026-06.fods")
        for source in (portfolio, SOURCE / "samples" / "portefeuille-conforme-2026-06.fods"):
            with self.subTest(source.name):
                code, said = self.publish(source, name=source.stem + "-publie")
                self.assertEqual(0, code, said)
                code, (report,) = self.report("--pack", "open-data", self.here / f"{source.stem}-publie.csv")
                self.assertEqual(0, code)
                if source.parent.name == "samples":  # the clean one
                    self.assertEqual([], report["findings"])

    def test_the_fourteenth_edition(self):
        source = SHARED / "data" / "editions" / "14-2021-12.csv"
        if not source.exists():
            self.skipTest(f"{source.name} is not there (PANORAMA_SHARED names the folder of the shared data)")
        code, said = self.publish(shutil.copy(source, self.here))
        self.assertEqual((1, []), (code, self.written()))  # a start after the edition, a phase "NA", a total that does not add up
        for words in ("Projets suivis : 50", "2,51 Md€ (2 511,86 M€), sur 49 projets (publié : 2,62 Md€", "PNIJ NG (ANTENJ) (en cadrage)",
                      "publié : 13,5 %", "-23,1 points par rapport à juin 2020",
                      "Entrants : non calculés, faute du tableau de l’édition précédente (publié : 5 selon un document source)",
                      "(publié : 4 selon un document source)",
                      "Dépenses évitées depuis juin 2020 : 605 M€ = (36,6 % - 13,5 %) × 2 620 M€ (coût total publié, rupture de série)", "F05", "R03", "P02"):
            self.assertIn(words, said)


if __name__ == "__main__":
    unittest.main()
