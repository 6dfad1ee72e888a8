"""The samples with defects: together they show every rule; each planted defect is found by its own rule, where the sample says,
and nothing else is found."""

import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from test_checker import SOURCE, CheckerTest  # noqa: E402

SAMPLES = SOURCE / "samples"
COMPLETE, PUBLICATION, PUBLISHED, BREAK = (SAMPLES / name for name in (
    "portefeuille-complet-2024-12.fods", "publication-defauts-2024-12.fods", "publication-defauts-2024-12.csv",
    "tableau-rupture-2020-11.fods"))
PACKS = SOURCE / "extension" / "packs"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
HEADER_ROW = 4

# Rules that no sample shows at all, each with the reason.
NOT_SHOWN = {"L06": "nothing is hidden in a sample that shows what it holds"}
# Rules whose checks say nothing of the edition of the portfolio; each with the reason. Another sample shows them.
NOT_IN_THE_PORTFOLIO = {
    **{rule: "a sheet that is not read as a whole is another sample" for rule in ("L02", "L03", "L04", "L05", "L07")},
    "L06": NOT_SHOWN["L06"],
    "D09": "the last break of series lies between editions 11 and 12, the sample is of edition 20",
}
# The column that names each defect is none of the panorama's: each table that has it says so, and the table to be published
# also that titles stand above its headers.
OWN_COLUMN = {COMPLETE: {("L01", "Portefeuille", HEADER_ROW), ("L01", "2024-06", HEADER_ROW)},
              PUBLICATION: {("L01", "Publication", HEADER_ROW), ("L01", "2024-06", HEADER_ROW), ("B01", "Publication", 1)}}
# Found at the header, because what is missing or the whole column has no row in this table.
OF_THE_TABLE = {"D03", "P04", "P07", "P08"}


def rules_of(pack, line=frozenset()):
    """The rules of a pack that have a check for its tables, those of the packs it extends included."""
    root, line = xml.parse(PACKS / f"{pack}.xml").getroot(), line | {pack}
    found = set().union(*(rules_of(parent, line) for parent in root.get("extends", "").split()))
    found -= {silence.get("rule") for silence in root.findall("silence")}
    return found | {rule.get("id") for rule in root.findall("rule")
                    for check in rule.findall("check") if not check.get("packs") or line & set(check.get("packs").split())}


def texts_of(row):
    return ["".join(cell.itertext()) for cell in row.findall(TABLE + "table-cell")]


def planted(sample):
    """(rule, sheet, row) of every planted defect: the first column names it, and in a guide the second one its cell."""
    places = set()
    for sheet in xml.parse(sample).getroot().iter(TABLE + "table"):
        for number, row in enumerate(sheet.findall(TABLE + "table-row"), 1):
            shown, *others = texts_of(row)
            rule = re.match(r"([A-Z]\d\d) :", shown)
            said = re.match(r"(\w+)\.[A-Z]+(\d+)$", others[0]) if others else None
            if rule:
                places.add((rule[1], said[1], int(said[2])) if said else (rule[1], sheet.get(TABLE + "name"), number))
    return places


class SamplesWithDefects(CheckerTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        _, reports = cls.report(cls(), *sorted(path for path in SAMPLES.iterdir() if path.suffix in (".fods", ".csv")))
        cls.reports = {pathlib.Path(report["file"]): report for report in reports}

    def found(self, sample):
        return {(finding["rule"], finding["sheet"], int(re.search(r"\d+$", finding["cell"])[0]))
                for finding in self.reports[sample]["findings"]}

    def test_together_they_show_every_rule(self):
        rules = {rule.get("id") for pack in PACKS.glob("*.xml") for rule in xml.parse(pack).getroot().iter("rule")}
        shown = {rule for sample in self.reports for rule, _, _ in self.found(sample)}
        self.assertEqual(rules - NOT_SHOWN.keys(), shown)
        self.assertEqual(set(), NOT_SHOWN.keys() - rules)

    def test_the_portfolio_shows_every_rule_it_can_break(self):
        rules = rules_of("panorama")
        self.assertEqual(rules - NOT_IN_THE_PORTFOLIO.keys(), {rule for rule, _, _ in self.found(COMPLETE)})
        self.assertEqual(set(), NOT_IN_THE_PORTFOLIO.keys() - rules)

    def test_each_defect_of_the_portfolio_is_found_in_its_row_and_nothing_else(self):
        expected = {(rule, "Portefeuille", HEADER_ROW) if rule in OF_THE_TABLE else (rule, *place)
                    for rule, *place in planted(COMPLETE)}
        self.assertEqual(expected | OWN_COLUMN[COMPLETE], self.found(COMPLETE))

    def test_each_defect_of_the_publication_is_found_where_it_says_and_nothing_else(self):
        self.assertEqual(planted(PUBLICATION) | OWN_COLUMN[PUBLICATION], self.found(PUBLICATION))
        carried = " ".join(finding["message"] for finding in self.reports[PUBLICATION]["findings"] if finding["rule"] == "B02")
        for hidden in ("masquée", "commentaire", "Camille Exemple", "file:///"):
            self.assertIn(hidden, carried)

    def test_the_published_file_names_what_is_found_in_it(self):
        named = set(re.findall(r"\b([A-Z]\d\d) :", PUBLISHED.read_text(encoding="utf-8")))
        self.assertEqual(named | {"L01"}, {rule for rule, _, _ in self.found(PUBLISHED)})

    def test_a_break_in_the_series(self):
        self.assertEqual({("D09", "2020-11", HEADER_ROW)}, self.found(BREAK))

    def test_each_says_that_its_projects_are_invented(self):
        without_projects = {"fiche-vierge.fods", "historique-editions.fods"}
        for sample in SAMPLES.rglob("*.*"):
            with self.subTest(sample=sample.name):
                if sample.name not in without_projects:
                    self.assertIn("invent", sample.read_text(encoding="utf-8").lower())


class OtherSamples(CheckerTest):
    def test_the_functions_at_work_are_no_portfolio(self):
        code, (report,) = self.report(SOURCE / "samples" / "fonctions.fods")
        self.assertEqual((2, "no-table"), (code, report["error"]["kind"]))


if __name__ == "__main__":
    unittest.main()
