"""What only a window shows: one step of the undo list for each piece of work, and the fiche as it opens."""

import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "calc"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "sidebar"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from office import SOURCE, Office, property_values  # noqa: E402
from screen import Screen  # noqa: E402
from waiting import wait_for_rest  # noqa: E402
from workbench import probe, used  # noqa: E402

FICHE = SOURCE / "samples" / "fiche-exemple.fods"
PORTFOLIO = SOURCE / "samples" / "portefeuille-conforme-2026-06.fods"


def remembered(office):
    """The size that the next window is to have."""
    place = "/org.openoffice.Setup/Office/Factories/com.sun.star.sheet.SpreadsheetDocument"
    provider = office.service("com.sun.star.configuration.ConfigurationProvider")
    node = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", property_values(nodepath=place))
    return node.getByName("ooSetupFactoryWindowAttributes")


def content(document):
    sheet = document.Sheets[0]
    rows, columns = used(sheet)
    area = sheet.getCellRangeByPosition(0, 0, columns, rows)
    kinds = [sheet.getCellByPosition(column, rows - 1).Validation.Type.value for column in range(columns + 1)]
    forms = [sheet.getCellByPosition(column, rows - 1).NumberFormat for column in range(columns + 1)]
    return document.Sheets.ElementNames, area.FormulaArray, kinds, forms


@unittest.skipUnless(shutil.which("Xvfb") and shutil.which("openbox"), "Xvfb and openbox are not there")
class Window(unittest.TestCase):
    def test_one_step_each_undone_to_the_last_cell(self):
        with Screen() as screen, Office("fr", display=screen.display) as office, tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "portefeuille.ods"
            original = office.open(PORTFOLIO)
            office.save(original, path)
            office.close(original)
            document = office.open(path)
            before = content(document)
            done = probe(office, "workbench-probe", "change", path)
            self.assertEqual((0, ""), (done.returncode, done.stdout + done.stderr))
            self.assertEqual(("Tableau de bord", "Préparer la feuille"), document.UndoManager.AllUndoActionTitles)
            self.assertIn("Tableau de bord", document.Sheets.ElementNames)
            document.UndoManager.undo()
            document.UndoManager.undo()
            self.assertEqual(before, content(document))
            document.UndoManager.redo()
            document.UndoManager.redo()
            self.assertIn("Tableau de bord", document.Sheets.ElementNames)
            document.setModified(False)

    def test_what_is_read_unseen_leaves_the_size_of_windows_alone(self):
        # The office writes the size of a window down when it is closed, and the next one takes it over.
        with Screen() as screen, Office("fr", display=screen.display) as office, tempfile.TemporaryDirectory() as folder:
            before = remembered(office)
            office.open(PORTFOLIO)
            for work in (("workbench-probe", "resume", FICHE, pathlib.Path(folder) / "reprise.ods"),
                         ("edition-probe", "publish", str(PORTFOLIO), folder), ("edition-probe", "freeze", str(FICHE), f"{folder}/fige.ods")):
                done = probe(office, *work)
                self.assertEqual(0, done.returncode, done.stdout + done.stderr)
            self.assertEqual(before, remembered(office))

    def test_a_pasted_cell_stays_open(self):
        with Screen() as screen, Office("fr", display=screen.display) as office:
            source = office.open(PORTFOLIO)
            self.assertEqual(0, probe(office, "workbench-probe", "window").returncode)
            fiche = office.desktop.CurrentComponent
            dispatcher = office.service("com.sun.star.frame.DispatchHelper")
            target = fiche.Sheets[0].getCellRangeByName("C9")
            for name in ("C6", "C7"):  # what somebody else's workbook holds, twice into one cell
                source.CurrentController.select(source.Sheets[0].getCellRangeByName(name))
                dispatcher.executeDispatch(source.CurrentController.Frame, ".uno:Copy", "", 0, ())
                target.String = ""
                fiche.CurrentController.select(target)
                dispatcher.executeDispatch(fiche.CurrentController.Frame, ".uno:Paste", "", 0, ())
                self.assertEqual(source.Sheets[0].getCellRangeByName(name).String, target.String)
            target.String = "Déploiement"
            self.assertFalse(target.CellProtection.IsLocked)
            locked = [fiche.Sheets[0].getCellRangeByName(name).CellProtection.IsLocked for name in ("A6", "B6", "C3", "H6", "C9999")]
            self.assertEqual([True] * 5, locked)
            fiche.close(True)

    def test_fiche_in_a_window(self):
        with Screen() as screen, Office("fr", display=screen.display) as office:
            done = probe(office, "workbench-probe", "window")
            self.assertEqual((0, ""), (done.returncode, done.stdout + done.stderr))
            document = office.desktop.CurrentComponent
            self.assertEqual(("Fiche projet",), document.Sheets.ElementNames)
            # The office brings its menus and toolbars up to date with what is selected.
            selected = wait_for_rest("the selection", lambda: document.CurrentSelection.AbsoluteName, quiet=1)
            self.assertEqual("$'Fiche projet'.$C$6", selected)
            self.assertTrue(document.CurrentController.hasFrozenPanes())
            self.assertFalse(document.isModified())
            self.assertEqual((), document.UndoManager.AllUndoActionTitles)
            document.close(True)


if __name__ == "__main__":
    unittest.main()
