"""From the fiche to the portfolio and from one edition to the next: what an analyst reads off two editions and a pile of fiches."""

import csv
import json
import pathlib
import subprocess
import tempfile
import unittest

from test_checker import CHECKER, SHARED
from test_understanding import A, B, C, HEADER, fiche, put

DECISION = SHARED / "cases" / "decision"


class Decision(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="panorama-decision-")
        self.addCleanup(folder.cleanup)
        self.here = pathlib.Path(folder.name)

    def written(self, name, lines):
        (self.here / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return self.here / name

    def check(self, *arguments):
        done = subprocess.run([CHECKER, "--format", "json", *arguments], capture_output=True, text=True, timeout=120)
        return json.loads(done.stdout)

    def consolidated(self, *files):
        output = self.here / "c.csv"
        subprocess.run([CHECKER, "--consolidate", "--force", "--output", output, *files], capture_output=True, text=True, timeout=180)
        with open(output, encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))

    def test_a_journal_in_a_fiche_says_no_field(self):
        """A milestone or a risk may be called like a field; its date or its weight stands in another column than values do."""
        lines = [*fiche(A), "", "Étapes marquantes", "Étape;Ce qui est livré;Prévue au départ;Prévue désormais", "Lancement;;2022-01-01",
                 "Fin du projet;;2026-02-01", "Date de début;;2021-02-01", "", "Risques", "Risque identifié;Mesure prise;Criticité",
                 "Prestataire défaillant;;Forte", "Statut;;Rouge"]
        (row,) = self.consolidated(self.written("fiche.csv", lines))
        self.assertEqual(("2022-01-01", "", "", ""), (row["Début"], row.get("Fin", ""), row.get("Fournisseur défaillant", ""), row.get("Statut", "")))
        self.assertNotIn("Lancement", row)
        report = self.check("--edition", "2026-06", self.here / "fiche.csv")
        self.assertEqual((1, 20.6), (report["figures"]["projects"], report["figures"]["total_m_eur"]))

    def test_a_value_beside_a_unit_or_a_hint_is_one(self):
        lines = [line + ";une aide" for line in fiche(A)]
        lines[7] = "Coût initial (M€);;en M€"
        report = self.check("--edition", "2026-06", self.written("fiche.csv", lines))
        self.assertEqual((False, 20.6), (report["complete"], report["figures"]["total_m_eur"]))
        self.assertIn("to-complete", [one["why"] for one in report["not_checked"]])

    @unittest.skipUnless(DECISION.exists(), "the shared cases are not here")
    def test_the_fiches_of_the_cases(self):
        rows = {row["Identifiant"]: row for row in self.consolidated(DECISION / "fiche-a-2018-11.ods", DECISION / "fiche-b-2018-11.ods")}
        self.assertEqual({"PAS", "B"}, set(rows))
        for row in rows.values():
            self.assertEqual(("", "", "2018-12-31"), (row["Fin"], row.get("Fournisseur défaillant", ""), row["Fin actualisée"]))
            self.assertFalse({"Lancement du projet", "Échéance", "Cadrage"} & set(row))

    @unittest.skipUnless(DECISION.exists(), "the shared cases are not here")
    def test_who_was_over_has_left(self):
        comparison = self.check("--previous", DECISION / "avant-2021-07.csv", DECISION / "apres-2021-11.csv")["comparison"]
        self.assertEqual((["Intelligence emploi"], ["HARMONIE", "FranceConnect"], []),
                         (comparison["entering"], comparison["leaving"], comparison["candidates"]))

    def test_every_further_drift_is_told(self):
        for before, now, told in (("56", "57", True), ("56", "56", False), ("56", "55", False), ("56,4", "56,5", True), ("56", "56,3", True), ("10,5", "10,55", False)):
            with self.subTest(f"{before} to {now}"):
                header = HEADER + ";Commentaire"
                first = self.written("avant-2025-12.csv", [header, put(A, 8, before) + ";x", B + ";", C + ";"])
                second = self.written("apres-2026-06.csv", [header, put(A, 8, now) + ";x", B + ";", C + ";"])
                found = [one["cell"] for one in self.check("--previous", first, second)["findings"] if one["rule"] == "D14"]
                self.assertEqual(["I2"] if told else [], found)


if __name__ == "__main__":
    unittest.main()
