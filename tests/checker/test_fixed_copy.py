"""What --fix keeps of a workbook: its formulas, its frozen panes, and dates with all four digits of their year."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest
import zipfile

from test_understanding import A, B, C, HEADER as UNDERSTOOD, cells_of, fods, put

CHECKER = pathlib.Path(os.environ["PANORAMA_BUILD"], "panorama-check")
HEADER = ["Identifiant", "Nom du projet", "Ministère porteur", "Projet interministériel", "Phase", "Date de début", "Date de fin initiale",
          "Date de fin actualisée", "Coût initial (M€)", "Coût actualisé (M€)"]
SPLIT = {"CursorPositionX": 0, "CursorPositionY": 0, "HorizontalSplitMode": 2, "VerticalSplitMode": 2, "HorizontalSplitPosition": 2,
         "VerticalSplitPosition": 1, "ActiveSplitRange": 0, "PositionLeft": 0, "PositionRight": 2, "PositionTop": 0, "PositionBottom": 1}
AREA = {"VisibleAreaTop": 0, "VisibleAreaLeft": 0, "VisibleAreaWidth": 22578, "VisibleAreaHeight": 4064}


def item(name, kind, value):
    return f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'


def workbook():
    """One project typed as texts; its first cost is a formula that gives a text; two columns and a row are frozen."""
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'.format
    formula = ('<table:table-cell table:formula="of:=&quot;18,&quot;&amp;&quot;4&quot;" office:value-type="string" office:string-value="18,4">'
               "<text:p>18,4</text:p></table:table-cell>")
    row = [text(each) for each in ("P-1", "ALTAÏR", "Ministère de l'Intérieur", "Non", "Déploiement", "2022-01-01", "2026-12-31", "2027-06-30")]
    split = "".join(item(key, "int" if "Position" in key else "short", value) for key, value in SPLIT.items())
    area = "".join(item(key, "int", value) for key, value in AREA.items())
    views = (f'<office:settings><config:config-item-set config:name="ooo:view-settings">{area}<config:config-item-map-indexed config:name="Views">'
             f'<config:config-item-map-entry>{item("ViewId", "string", "view1")}<config:config-item-map-named config:name="Tables">'
             f'<config:config-item-map-entry config:name="2026-06">{split}</config:config-item-map-entry></config:config-item-map-named>'
             f'{item("ActiveTable", "string", "2026-06")}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>')
    names = {"config": "config:1.0", "of": "of:1.2", "office": "office:1.0", "table": "table:1.0", "text": "text:1.0"}
    declared = " ".join(f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{value}"' for key, value in names.items())
    rows = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in ("".join(map(text, HEADER)), "".join([*row, formula, text("20,6")])))
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {declared} xmlns:ooo="http://openoffice.org/2004/office" office:version="1.2" '
            f'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">{views}<office:body><office:spreadsheet>'
            f'<table:table table:name="2026-06">{rows}</table:table></office:spreadsheet></office:body></office:document>')


class FixedCopy(unittest.TestCase):
    def fixed(self, ending):
        with tempfile.TemporaryDirectory() as folder:
            source, copy = pathlib.Path(folder, "a.fods"), pathlib.Path(folder, "b." + ending)
            source.write_text(workbook(), encoding="utf-8")
            done = subprocess.run([CHECKER, "--edition", "2026-06", "--fix", "--output", copy, source], capture_output=True, text=True, timeout=120)
            with zipfile.ZipFile(copy) as parts:
                return done.stderr, {name: parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith(".xml")}

    def test_of_an_ods(self):
        said, parts = self.fixed("ods")
        self.assertIn("4 cellules modifiées", said)
        self.assertIn("Cellules laissées, car elles contiennent une formule : 1", said)
        self.assertIn('table:formula="of:=&quot;18,&quot;&amp;&quot;4&quot;"', parts["content.xml"])
        self.assertIn("01/01/2022", parts["content.xml"])
        kept = dict(re.findall(r'config:name="(\w+)" config:type="(?:short|int)">(\d+)', parts["settings.xml"]))
        self.assertEqual(SPLIT, {key: int(kept.get(key, -1)) for key in SPLIT})

    def test_what_is_mended_is_shown_like_its_column(self):
        rows = [cells_of(line) for line in (UNDERSTOOD, put(put(A, 4, "01/04/2022"), 8, "20,6 M€"), B, C)]
        for row in rows[2:]:
            row[8] = {"number": row[8], "style": "two"}
        with tempfile.TemporaryDirectory() as folder:
            source, copy = pathlib.Path(folder, "a.fods"), pathlib.Path(folder, "b.ods")
            source.write_text(fods({"2026-06": rows}), encoding="utf-8")
            subprocess.run([CHECKER, "--edition", "2026-06", "--fix", "--output", copy, source], capture_output=True, timeout=120)
            with zipfile.ZipFile(copy) as parts:
                content = parts.read("content.xml").decode("utf-8")
        for shown in (">20.60<", ">2022-04-01<"):
            self.assertIn(shown, content.replace(",", "."))

    def test_of_an_xlsx(self):
        _, parts = self.fixed("xlsx")
        sheet = parts["xl/worksheets/sheet1.xml"]
        self.assertIn("<pane ", sheet)
        self.assertIn("&quot;18,&quot;&amp;&quot;4&quot;", sheet)


if __name__ == "__main__":
    unittest.main()
