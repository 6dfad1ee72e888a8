"""Makes the fiches of samples/, and the template that the extension installs, anew from the built extension:

    /usr/bin/python3 scripts/samples/fiche_samples.py

Only when fiche.xml, columns.xml, a list or the example has changed; look at the difference before committing it."""

import pathlib
import re
import sys
import zipfile

TESTS = pathlib.Path(__file__).resolve().parents[2] / "tests"
sys.path[:0] = [str(TESTS / "calc"), str(TESTS / "workbench")]

import example_fiche  # noqa: E402
from office import SOURCE, Office  # noqa: E402
from workbench import YEARS, fill, probe, put, row_of  # noqa: E402

SAMPLES = SOURCE / "samples"
TEMPLATES = SOURCE / "extension" / "office-templates" / "Panorama"


# What says when and by which office a file was written, for which printer, or how its window stood: noise in a diff.
VOLATILE = re.compile(r"<office:(meta|settings|scripts)>.*?</office:\1>", re.DOTALL)
TITLE = re.compile(r"<dc:title>.*?</dc:title>")


def settled(text):
    """The XML of a fiche as it is committed: made twice, it is the same to the byte."""
    title = TITLE.search(text)
    kept = f"<office:meta>{title[0]}</office:meta>" if title else ""
    text = VOLATILE.sub(lambda part: kept if part[1] == "meta" else "", text)
    return re.sub(r"\n\s*\n", "\n", text)


def settle(path):
    if path.suffix == ".fods":
        path.write_text(settled(path.read_text(encoding="utf-8")), encoding="utf-8")
        return
    with zipfile.ZipFile(path) as archive:
        parts = [(part, archive.read(part)) for part in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts:
            if part.filename in ("meta.xml", "settings.xml"):
                content = settled(content.decode()).encode()
            same_day = zipfile.ZipInfo(part.filename)
            same_day.compress_type = part.compress_type
            archive.writestr(same_day, content)


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
    for path in (samples / "fiche-vierge.fods", samples / "fiche-exemple.fods", templates / "fiche-projet.ots"):
        settle(path)


if __name__ == "__main__":
    make(*(pathlib.Path(argument).absolute() for argument in sys.argv[1:3]))
