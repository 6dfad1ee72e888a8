"""What arrives and what comes out, through real cells: the last table of the functions' contract."""

import time
import unittest

from catalogue import ERROR_CODES, agrees
from cells import enter, results
from office import Office

NA, DIV0, VALUE = (("error", ERROR_CODES[name]) for name in ("#N/A", "#DIV/0!", "#VALUE!"))
ERR502, ERR504, ERR511 = (("error", ERROR_CODES[name]) for name in ("Err:502", "Err:504", "Err:511"))

# The cells the formulas below refer to. Texts are entered as texts, formulas (French) as formulas.
CELLS = {
    # single values
    "A1": 100, "A2": 112.5,  # A3 is empty
    "A4": "En cadrage", "A5": "1 234,5", "A7": "=NA()", "A8": "=1/0", "A9": "beaucoup", "A10": 0, "A11": '=""',
    "A12": "Non communiqué", "A13": "NA", "A14": "-", "A15": "=TRANCHE.COUT(-1)", "A16": "=DATE(2021;1;31)", "A17": "=VRAI()",
    # initial and updated: a cell empty, then a cell withheld, on either side
    "C1": 100, "C2": 200, "D1": 110, "D2": 260, "D3": 90,
    "E1": 100, "E2": "En cadrage", "E3": 200, "F1": 110, "F2": 50, "F3": 260,
    "G1": 100, "G2": 50, "G3": 200, "H1": 110, "H2": "Non communiqué", "H3": 260,
    # numbers typed as text
    "J1": "100", "J2": "1 234,5", "K1": "110", "K2": "1 604,85",
    # an error among the values
    "L1": 100, "L2": "=1/0", "L3": 300,
    # logical values, phases, weights
    "M1": "=FAUX()", "M2": "=FAUX()", "M3": "=VRAI()", "N1": "Déploiement", "N2": "Cadrage", "N3": "Déploiement",
    "O1": 1, "O2": 0, "O3": 3,
    # whole columns: nothing else stands in Q and R
    "Q1": 100, "Q2": 200, "Q4": 300, "R1": 110, "R2": 260, "R4": 330,
}

SINGLE_VALUES = [
    ("=GLISSEMENT(A1;A2)", 0.125),
    ("=GLISSEMENT(A1:A1;A2:A2)", 0.125),
    ("=GLISSEMENT(A5;A5)", 0.0),
    # withheld or absent where one value is asked
    ("=GLISSEMENT(A1;A4)", NA),
    ("=GLISSEMENT(A4;A1)", NA),
    ("=GLISSEMENT(A1;A11)", NA),
    ("=GLISSEMENT(A11;A1)", NA),
    ("=GLISSEMENT(A1;A12)", NA),
    ("=GLISSEMENT(A1;A13)", NA),
    ("=GLISSEMENT(A1;A14)", NA),
    ('=GLISSEMENT(A1;"")', NA),
    ('=GLISSEMENT(A1;"-")', NA),
    ("=MAREVA.COUT(A4;1)", NA),
    ("=PANORAMA.TOTAL(A4)", NA),
    ("=DUREE.ANNEES(A16;A4)", NA),
    # an empty single cell: a cost, a date or a duration of zero is none, an initial cost of zero divides, a rate of zero is a rate
    ("=GLISSEMENT(A1;A3)", NA),
    ("=GLISSEMENT(A3;A1)", DIV0),
    ("=MAREVA.COUT(A3;1)", NA),
    ("=TRANCHE.COUT(A3)", NA),
    ("=PANORAMA.TOTAL(A3)", NA),
    ('=AVIS.STATUT(A3;"Cadrage")', NA),
    ("=AVIS.ECHEANCE(A3)", NA),
    ("=FIN.PREVUE(A3;2)", NA),
    ("=DATE.FRANCAISE(A3)", NA),
    ("=DUREE.ANNEES(A3;A16)", NA),
    ("=GLISSEMENT.CALENDAIRE(A16;A16+10;A3)", NA),
    ("=ECART.CIBLE(0,154;A3)", NA),
    ("=ECART.CIBLE(A3;A16)", -25.0),
    ("=GLISSEMENT.GLOBAL(A3;0,1)", 0.05),
    ("=ECART.EDITION(A3;0,1)", 10.0),
    ("=ECART.EDITION(0,1;A3)", -10.0),
    ("=DEPENSES.EVITEES(100;A3;0,1)", -10.0),
    # the same as a range of one empty cell, which arrives as an empty text: absent
    ("=GLISSEMENT(A1;A3:A3)", NA),
    ("=GLISSEMENT(A3:A3;A1)", NA),
    ("=TRANCHE.COUT(A3:A3)", NA),
    ("=AVIS.ECHEANCE(A3:A3)", NA),
    # zero, texts, values out of domain
    ("=GLISSEMENT(A10;A1)", DIV0),
    ("=GLISSEMENT(A1;A10)", NA),
    ("=GLISSEMENT(A9;A1)", VALUE),
    ("=GLISSEMENT(A1;A9)", VALUE),
    ("=GLISSEMENT(-A1;A1)", ERR502),
    ("=EDITION.CHIFFRE(15;\"projets\")", NA), ("=EDITION.CHIFFRE(21;\"projets\")", ERR502),
    # several cells where one is asked; the formula stands on row 1, where Calc's own functions would take A1
    ("=GLISSEMENT(A1:A2;110)", VALUE),
    ("=GLISSEMENT(100;A1:A2)", VALUE),
    ("=TRANCHE.COUT(A1:A2)", VALUE),
    ("=GLISSEMENT({100;200};110)", VALUE),
    ("=GLISSEMENT.MOYEN(C1:C2;D1:D2;E1:E2)", VALUE),
    # a cell in error
    ("=GLISSEMENT(A1;A7)", NA),
    ("=GLISSEMENT(A8;A1)", DIV0),
    ("=GLISSEMENT(A1;A15)", ERR502),
    ("=GLISSEMENT.MOYEN(A8;A1)", DIV0),
    ("=AVIS.ECHEANCE(A8)", DIV0),
    # left out
    ("=GLISSEMENT()", ERR511),
    ("=GLISSEMENT(A1)", ERR511),
    ("=GLISSEMENT(A1;)", ERR511),
    ("=GLISSEMENT(;A1)", ERR511),
    ("=GLISSEMENT.MOYEN(;D1:D2)", ERR511),
]

RANGES = [
    ("=GLISSEMENT.MOYEN(C1:C2;D1:D2)", 0.2),
    # empty and withheld cells are left out, on either side
    ("=GLISSEMENT.MOYEN(C1:C3;D1:D3)", 0.2),
    ("=GLISSEMENT.MOYEN(D1:D3;C1:C3)", (100 / 110 + 200 / 260) / 2 - 1),
    ("=GLISSEMENT.MOYEN(E1:E3;F1:F3)", 0.2),
    ("=GLISSEMENT.MOYEN(G1:G3;H1:H3)", 0.2),
    ("=PANORAMA.TOTAL(C1:C3)", 300.0),
    ("=PANORAMA.TOTAL(E1:E3)", 300.0),
    ("=PANORAMA.TOTAL(A3:A4)", NA),
    # numbers typed as text
    ("=PANORAMA.TOTAL(J1:J2)", 1334.5),
    ("=GLISSEMENT.MOYEN(J1:J2;K1:K2)", 0.2),
    ("=PANORAMA.TOTAL(A8:A9)", ERR504),
    ("=PANORAMA.TOTAL(A9:A10)", VALUE),
    # an error among the cells: Calc does not call the function
    ("=PANORAMA.TOTAL(L1:L3)", ERR504),
    ("=GLISSEMENT.MOYEN(L1:L3;D1:D3)", ERR504),
    ("=GLISSEMENT.MOYEN(C1:C3;L1:L3)", ERR504),
    # lengths
    ("=GLISSEMENT.MOYEN(C1:C3;D1:D2)", ERR502),
    ("=PANORAMA.TOTAL(C1:C3;N1:N2)", ERR502),
    ("=GLISSEMENT.MOYEN(C1:C2;D1:D2;\"médian\")", ERR502),
    # logical values, phases and weights from cells
    ("=GLISSEMENT.PLANCHER(E1:E3;F1:F3;M1:M3)", 0.1),
    ("=GLISSEMENT.MOYEN(G1:G3;F1:F3;;N1:N3)", 0.2),
    ("=GLISSEMENT.MOYEN(C1:C2;D1:D2;\"pondéré\";;O1:O2)", 0.1),
    ("=GLISSEMENT.MOYEN(C1:C2;D1:D2;\"pondéré\";;O2:O3)", 0.3),
    # inline arrays, rows and columns, beside ranges
    ("=GLISSEMENT.MOYEN({100;200};{110;260})", 0.2),
    ("=GLISSEMENT.MOYEN({100.200};{110.260})", 0.2),
    ("=GLISSEMENT.MOYEN({100;200};D1:D2)", 0.2),
    ("=PANORAMA.TOTAL({10;\"En cadrage\";30})", 40.0),
    ("=PANORAMA.TOTAL(C1:D2)", 670.0),
]

OPTIONAL = [
    ("=MAREVA.COUT(10;1)", 12.0),
    ("=MAREVA.COUT(10;1;)", 12.0),
    ("=MAREVA.COUT(10;1;;0,2)", 14.4),
    ("=MAREVA.COUT(10;1;;;2;0,5)", 15.0),
    ("=GLISSEMENT.MOYEN(C1:C2;D1:D2;)", 0.2),
    ("=GLISSEMENT.MOYEN(C1:C2;D1:D2;;)", 0.2),
    ("=GLISSEMENT.MOYEN(C1:C2;D1:D2;;;)", 0.2),
    ("=GLISSEMENT.MOYEN(C1:C2;D1:D2;A3)", 0.2),
    ("=GLISSEMENT.MOYEN(C1:C2;D1:D2;\"\")", 0.2),
    ("=GLISSEMENT.RECURRENT({0,1;0,12;0,15;0,2};;2)", 1.0),
    ("=GLISSEMENT.RECURRENT({0,1;0,12;0,15;0,2};0,025;)", 0.0),
    ("=DUREE.ANNEES(A16;DATE(2022;1;31);)", 1.0),
    ("=AVIS.ECHEANCE(DATE(2021;3;15);)-DATE(2021;4;15)", 0.0),
    ("=AVIS.STATUT(12;\"Cadrage\";)", "avis conforme requis avant contractualisation"),
]


class Arguments(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Office("fr")
        cls.office.start()
        cls.addClassCleanup(cls.office.stop)
        cls.sheet = cls.office.new().Sheets[0]
        for address, content in CELLS.items():
            cell = cls.sheet.getCellRangeByName(address)
            if isinstance(content, str) and content.startswith("="):
                cell.FormulaLocal = content
            elif isinstance(content, str):
                cell.String = content
            else:
                cell.Value = content

    def check(self, table):
        for formula, wanted in table:
            with self.subTest(formula):
                value = enter(self.sheet.getCellRangeByName("AA1"), formula)
                self.assertTrue(agrees(value, wanted), f"{formula} gives {value!r}, not {wanted!r}")

    def test_single_values(self):
        self.check(SINGLE_VALUES)

    def test_ranges(self):
        self.check(RANGES)

    def test_optional_arguments(self):
        self.check(OPTIONAL)

    def test_detail_counts_what_is_left_out(self):
        for initials, updateds, used, excluded in [
            ("C1:C3", "D1:D3", 2.0, 1.0),
            ("E1:E3", "F1:F3", 2.0, 1.0),
            ("G1:G3", "H1:H3", 2.0, 1.0),
            ("C1:C2", "D1:D2", 2.0, 0.0),
        ]:
            with self.subTest(initials=initials):
                block = self.sheet.getCellRangeByName("AC1:AD7")
                block.setArrayFormula(f"=ORG.PANORAMACALC.ADDIN.SLIPPAGEDETAIL({initials};{updateds})")
                rows = dict((name, value) for name, value in results(block))
                block.setArrayFormula("")
                self.assertEqual((used, excluded), (rows["projets retenus"], rows["projets exclus"]))

    def timed(self, formula):
        start = time.monotonic()
        value = enter(self.sheet.getCellRangeByName("AA1"), formula)
        return value, time.monotonic() - start

    def test_whole_columns(self):
        bounded, _ = self.timed("=GLISSEMENT.MOYEN(Q1:Q4;R1:R4)")
        self.assertTrue(agrees(bounded, (0.1 + 0.3 + 0.1) / 3), bounded)
        # The transfer alone: a function that asks for one value refuses the column without looking at its cells.
        refused, transfer = self.timed("=TRANCHE.COUT(Q:Q)")
        self.assertEqual(VALUE, refused)
        total, one = self.timed("=PANORAMA.TOTAL(Q:Q)")
        self.assertEqual(600.0, total)
        whole, two = self.timed("=GLISSEMENT.MOYEN(Q:Q;R:R)")
        self.assertEqual(bounded, whole)
        print(f"\nwhole columns: transfer of one {transfer:.2f} s, total of one {one:.2f} s, mean of two {two:.2f} s")


if __name__ == "__main__":
    unittest.main()
