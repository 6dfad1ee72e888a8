"""The samples with defects: each planted defect is found by its own rule, in its own row, and nothing else is found."""

import pathlib
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from test_checker import SOURCE, CheckerTest  # noqa: E402

COMPLETE = SOURCE / "samples" / "portefeuille-complet-2024-12.fods"
PACKS = SOURCE / "extension" / "packs"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
HEADER_ROW = 4

# Rules whose checks say nothing of an internal portfolio, or of this edition; each with the reason.
NOT_SHOWN = {
    "R01": "an internal portfolio keeps figures while they are withheld: only a published table can break it",
    "P01": "headlines are those of published tables",
    "D08": "the account of who came and left is held against published headlines",
    "D09": "the last break of series lies between editions 11 and 12, the sample is of edition 20",
}
# Found at the header, because what is missing or the whole column has no row in this table.
OF_THE_TABLE = {"D03", "P04", "P07", "P08"}


def panorama_rules():
    """The rules of the pack panorama, those of the packs it extends included."""
    def rules(pack):
        root = xml.parse(PACKS / f"{pack}.xml").getroot()
        found = {rule.get("id") for rule in root.findall("rule")}
        return found.union(*(rules(parent) for parent in root.get("extends", "").split()))
    return rules("panorama")


def planted():
    """Rule -> (sheet, row) of every planted defect, from the sample's first column."""
    places = {}
    for sheet in xml.parse(COMPLETE).getroot().iter(TABLE + "table"):
        for number, row in enumerate(sheet.findall(TABLE + "table-row"), 1):
            shown = re.match(r"([A-Z]\d\d) :", "".join(row.find(TABLE + "table-cell").itertext()))
            if shown:
                places[shown[1]] = (sheet.get(TABLE + "name"), number)
    return places


class CompleteSample(CheckerTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.code, reports = cls.report(cls(), COMPLETE)
        cls.found = {(finding["rule"], finding["sheet"], int(re.search(r"\d+$", finding["cell"])[0]))
                     for finding in reports[0]["findings"]}

    def test_it_shows_every_rule_a_workbook_can_break(self):
        self.assertEqual(1, self.code)
        self.assertEqual(panorama_rules() - NOT_SHOWN.keys(), {rule for rule, _, _ in self.found})
        self.assertEqual(set(), NOT_SHOWN.keys() - panorama_rules())

    def test_each_defect_is_found_in_its_row_and_nothing_else(self):
        places = planted()
        expected = {(rule, "Portefeuille", HEADER_ROW) if rule in OF_THE_TABLE else (rule, *place)
                    for rule, place in places.items()}
        self.assertEqual(expected, self.found)

    def test_it_says_what_its_script_says(self):
        done = subprocess.run([str(SOURCE / "scripts" / "complete-sample"), "--check"], timeout=60)
        self.assertEqual(0, done.returncode)


class OtherSamples(CheckerTest):
    def test_the_functions_at_work_are_no_portfolio(self):
        code, (report,) = self.report(SOURCE / "samples" / "fonctions.fods")
        self.assertEqual((2, "no-table"), (code, report["error"]["kind"]))


if __name__ == "__main__":
    unittest.main()
