"""The cells of the dashboard, computed by Calc, show the figures that panorama-check reports: on every sample that has a portfolio
and on tables invented here."""

import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "calc"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from office import BUILD, SOURCE, Office  # noqa: E402
from workbench import errors, probe, put, used  # noqa: E402


def day(iso):
    return datetime.date.fromisoformat(iso)


TABLES = {
    "deux coûts": [
        ["Nom du projet", "Phase", "Diffusion", "Coût initial", "Coût actualisé", "Coût estimé"],
        ["ALPHA", "Déploiement", "Publiable", 18, 20, None],
        ["BETA", "Déploiement", "Publiable", 20, None, 20],
        ["GAMMA", "Déploiement", "Publiable", 25, 25, 30],
    ],
    "fin avant le début": [
        ["Nom du projet", "Phase", "Coût actualisé", "Date de début", "Fin initiale", "Fin actualisée", "Durée initiale", "Durée actualisée"],
        ["ALPHA", "Déploiement", 20, day("2022-01-01"), day("2021-12-31"), day("2027-06-30"), 5, 7],
        ["BETA", "Déploiement", 20, day("2023-04-01"), day("2026-09-30"), day("2022-09-30"), 3.5, 4],
        ["GAMMA", "Déploiement", 20, day("2023-04-01"), day("2026-09-30"), day("2022-09-30"), None, None],
        ["DELTA", "Déploiement", 20, day("2020-01-01"), day("2024-01-01"), day("2025-01-01"), None, None],
    ],
    "chiffres retenus": [
        ["Nom du projet", "Phase", "Diffusion", "Coût initial (k€)", "Coût actualisé (k€)", "Durée initiale", "Durée actualisée (mois)"],
        ["ALPHA", "Cadrage", "Publiable", 10000, 11000, 4, 60],
        ["BETA", "Déploiement", "Révision de trajectoire", 10000, 12000, 2, 48],
        ["GAMMA", "Déploiement", "Publiable", 10000, "Non communiqué", 2, 36],
        ["DELTA", "Déploiement", "Publiable", 10000, "Appel d'offres en cours", 2, 72],
        ["ÉCLUSE", "Déploiement", "Publiable", 10000, "En cadrage", 2, 30],
        ["ZÊTA", "Déploiement", "Publiable", 10000, 11000, 2, 24],
        ["IOTA", "Déploiement", "Publiable", 0, 11000, 2, 24],
    ],
    "cadrage sans phase": [
        ["Nom du projet", "Ministère porteur", "Coût initial", "Coût actualisé", "Durée"],
        ["ALPHA", "MI", 10, "En cadrage", 4],
        ["BETA", "MJ", 10, 12.5, 3],
        ["GAMMA", "MC", 10, None, 3.5],
    ],
    "zéros et négatifs": [
        ["Nom du projet", "Phase", "Coût initial", "Coût actualisé", "Durée initiale", "Durée actualisée"],
        ["ALPHA", "Déploiement", 10, 0, 4, 0],
        ["BETA", "Déploiement", 10, -12.5, 4, -3],
        ["GAMMA", "Déploiement", 0, 12.5, 0, 3],
        ["DELTA", "Déploiement", 10, 11, 4, 5],
    ],
    "projets en colonnes": [
        ["Nom du projet", "ALPHA", "BETA", "GAMMA"],
        ["Phase", "Déploiement", "Cadrage", "Déploiement"],
        ["Coût initial", 18, 20, 25],
        ["Coût actualisé", 20, 30, 30],
        ["Durée", 4, 3, 6],
    ],
    "nombres et dates en texte": [
        ["Nom du projet", "Phase", "Coût initial", "Coût actualisé", "Date de début", "Fin initiale", "Fin actualisée", "Durée actualisée"],
        ["ALPHA", "Déploiement", "10,5", "1\u202f012,5", "01/01/2022", "31/12/2024", "31/12/2026", None],
        ["BETA", "Déploiement", 10, "12.5", "mars 2020", "2024-03", "avril 2025", None],
        ["GAMMA", "Déploiement", 10, 12.5, day("2022-01-01"), day("2024-12-31"), day("2026-12-31"), "illisible"],
        ["DELTA", "Déploiement", "NA", 8, day("2022-01-01"), "bientôt", day("2026-12-31"), "3,5"],
    ],
}

# The label of a figure on the dashboard, its key in the report, and the key of how many projects it stands on.
FIGURES = [
    ("Projets", "projects", None),
    ("Coût total (M€)", "total_m_eur", "costs_counted"),
    ("Durée moyenne (années)", "mean_duration_years", "durations_counted"),
    ("Glissement budgétaire moyen", "budget_slippage", "budget_slippage_detail"),
    ("Glissement calendaire moyen", "calendar_slippage", "calendar_slippage_detail"),
]


class OneFigure(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office("fr")
        cls.office.start()
        cls.addClassCleanup(cls.office.stop)
        folder = tempfile.TemporaryDirectory(prefix="panorama-one-figure-")
        cls.addClassCleanup(folder.cleanup)
        cls.here = pathlib.Path(folder.name)

    def workbook(self, name, table):
        document = self.office.new()
        for row, cells in enumerate(table):
            for column, value in enumerate(cells):
                put(document.Sheets[0].getCellByPosition(column, row), value)
        path = self.office.save(document, self.here / f"{name}.ods")
        self.office.close(document)
        return path

    def reports(self, files):
        done = subprocess.run([BUILD / "panorama-check", "--format", "json", *files], capture_output=True, text=True, timeout=200)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def compare(self, path, figures):
        target = self.here / f"{path.stem}-tableau.ods"
        done = probe(self.office, "workbench-probe", "dashboard", path, target)
        self.assertEqual((0, ""), (done.returncode, done.stderr), done.stdout)
        document = self.office.open(target)
        self.addCleanup(self.office.close, document)
        sheet = document.Sheets.getByName(done.stdout.strip())
        self.assertEqual([], errors(sheet))
        column = [cells[0] for cells in sheet.getCellRangeByPosition(0, 0, 0, used(sheet)[0]).DataArray]
        for label, key, counted in FIGURES:
            with self.subTest(path.stem, figure=label):
                if label not in column:  # the table has no columns for it
                    self.assertIsNone(figures[key])
                    continue
                row = column.index(label)
                cell, basis = sheet.getCellByPosition(1, row), sheet.getCellByPosition(6, row).String
                if figures[key] is None:
                    self.assertIn(cell.String, ("", "non calculable"))
                    continue
                self.assertAlmostEqual(figures[key], cell.Value, 9, cell.String)
                if counted:
                    count = figures[counted]["used"] if isinstance(figures[counted], dict) else figures[counted]
                    self.assertEqual(f"projets comptés\u00a0: {count} sur {figures['projects']}", basis)

    def test_samples(self):
        files = sorted((SOURCE / "samples").rglob("*.fods"))
        portfolios = [(file, report["figures"]) for file, report in zip(files, self.reports(files), strict=True)
                      if report["figures"]["projects"] and all("fiche" != sheet["layout"] for sheet in report["sheets"])]
        self.assertGreater(len(portfolios), 5)
        for file, figures in portfolios:
            self.compare(file, figures)

    def test_invented_tables(self):
        files = [self.workbook(name, table) for name, table in TABLES.items()]
        for file, report in zip(files, self.reports(files), strict=True):
            self.compare(file, report["figures"])


if __name__ == "__main__":
    unittest.main()
