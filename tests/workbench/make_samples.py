"""Makes the fiches of samples/, and the template that the extension installs, anew from the built extension:

    PYTHONPATH=tests/calc:tests/workbench /usr/bin/python3 tests/workbench/make_samples.py

Only when fiche.xml, columns.xml, a list or the example has changed; look at the difference before committing it."""

import pathlib
import sys

import example_fiche
from office import SOURCE, Office
from workbench import YEARS, fill, probe, put, row_of

SAMPLES = SOURCE / "samples"
TEMPLATES = SOURCE / "extension" / "office-templates" / "Panorama"


def made(office, path):
    done = probe(office, "workbench-probe", "fiche", path)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def make(samples=SAMPLES, templates=TEMPLATES):
    with Office("fr") as office:
        made(office, samples / "fiche-vierge.fods")
        made(office, templates / "fiche-projet.ots")
        document = office.open(samples / "fiche-vierge.fods")
        sheet = document.Sheets[0]
        fill(sheet, example_fiche.LINES, example_fiche.TABLES)
        put(sheet.getCellByPosition(YEARS, row_of(sheet, "Nature de dépense")), example_fiche.FIRST_PERIOD)
        office.save(document, samples / "fiche-exemple.fods")


if __name__ == "__main__":
    make(*(pathlib.Path(argument).absolute() for argument in sys.argv[1:3]))
