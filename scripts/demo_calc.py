"""Calc for the demonstration.

    demo_calc.py profile FOLDER                          writes a new French profile and prints its URL
    demo_calc.py picture FOLDER DISPLAY OUTPUT FILE...   OUTPUT/calc.png: Calc with the first file open; a further file
                                                         gives OUTPUT/calc-<its name>.png"""

import os
import pathlib
import shutil
import subprocess
import sys
import time

SOURCE = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(SOURCE / "tests" / "calc"))

from office import Office, write_profile  # noqa: E402

from com.sun.star.sheet import CellFlags  # noqa: E402


def select_a_function(document):
    """Puts the cursor on a cell that computes with one of our functions, whose formula the input line then shows."""
    for sheet in document.Sheets:
        for cell in sheet.queryContentCells(CellFlags.FORMULA).Cells:
            if "ORG.PANORAMACALC." in cell.Formula.upper():
                document.CurrentController.setActiveSheet(sheet)
                document.CurrentController.select(cell)
                return


def open_sidebar(office, document):
    """The deck Panorama beside the sheet, as the menu opens it."""
    dispatcher = office.service("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(document.CurrentController.Frame, "org.panoramacalc:show", "", 0, ())
    time.sleep(3)  # the verdict takes less than a second; the office draws it in its own time


def import_options(path):
    """How to open a CSV file without Calc's dialog, which would wait for an answer; nothing for other files."""
    if pathlib.Path(path).suffix.lower() not in (".csv", ".tsv", ".txt"):
        return {}
    content = pathlib.Path(path).read_bytes()
    try:
        content.decode("utf-8")
        charset = 76  # UTF-8
    except UnicodeDecodeError:
        charset = 1  # Windows-1252
    header = content.partition(b"\n")[0]
    separator = max(b",;\t|", key=header.count)
    return {"FilterName": "Text - txt - csv (StarCalc)", "FilterOptions": f"{separator},34,{charset},1"}


def wait_for_window(display, seconds=30):
    """Until Calc's window is there and has been drawn."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        tree = subprocess.run(["xwininfo", "-root", "-tree"], env={**os.environ, "DISPLAY": display}, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, timeout=20, text=True).stdout
        if "LibreOffice Calc" in tree:
            break
        time.sleep(0.2)
    time.sleep(2)  # the toolbars come after the window


def picture(profile, display, output, *files):
    # root takes the extension from the build; anybody else has it installed in the profile
    with Office("fr", extension=os.getuid() == 0, profile=profile, display=display) as office:
        for index, file in enumerate(file for file in files if pathlib.Path(file).exists()):
            # A copy: opening leaves a lock beside the file, and asks a question where there is one already.
            copy = shutil.copy(file, pathlib.Path(output) / pathlib.Path(file).name)
            document = office.open(copy, **import_options(copy))
            if document is None:
                print(f"{file} ne s'ouvre pas dans Calc.", file=sys.stderr)
                continue
            window = document.CurrentController.Frame.ContainerWindow
            window.IsMaximized = True
            window.toFront()
            select_a_function(document)
            wait_for_window(display)
            open_sidebar(office, document)
            name = "calc.png" if index == 0 else f"calc-{pathlib.Path(file).stem}.png"
            target = pathlib.Path(output) / name
            subprocess.run(["import", "-display", display, "-window", "root", str(target)], check=True, timeout=60)
            print(f"Image : {target}")
            office.close(document)


def main(task, profile, *rest):
    if task == "profile":
        write_profile(profile, "fr")
        print(pathlib.Path(profile).absolute().as_uri())
    elif task == "picture":
        picture(profile, *rest)


if __name__ == "__main__":
    main(*sys.argv[1:])
