"""What the tests of the workbench share: pieces of work in an office, and fiches filled by their labels."""

import datetime
import pathlib
import subprocess

from office import BUILD  # makes com.sun.star importable
from com.sun.star.sheet import FormulaResult

PROBES = BUILD / "tests" / "workbench"
LABEL, VALUE, YEARS = 1, 2, 3  # columns of a fiche
DAY_0 = datetime.date(1899, 12, 30)


def address(office):
    """Where a program of ours reaches the office."""
    accept = next(option for option in office._command if option.startswith("--accept="))
    return "uno:" + accept.removeprefix("--accept=")


def probe(office, name, *arguments):
    """Runs a program beside this one against the office."""
    program = [str(PROBES / name), address(office), *(a.as_uri() if isinstance(a, pathlib.Path) else str(a) for a in arguments)]
    return subprocess.run(program, capture_output=True, text=True, timeout=120)


def used(sheet):
    """The last row and column of the used area."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return cursor.RangeAddress.EndRow, cursor.RangeAddress.EndColumn


def row_of(sheet, label):
    """The row in which a text stands in the column of the labels, with or without its unit."""
    labels = sheet.getCellRangeByPosition(LABEL, 0, LABEL, used(sheet)[0]).DataArray
    for row, (text,) in enumerate(labels):
        if isinstance(text, str) and (text == label or text.startswith(label + " (")):
            return row
    raise KeyError(label)


def put(cell, value):
    """Types a value: a text, a number or a date."""
    if isinstance(value, datetime.date):
        cell.Value = (value - DAY_0).days
    elif isinstance(value, (int, float)):
        cell.Value = value
    elif value is not None:
        cell.String = value


def fill(sheet, lines, tables):
    """Fills a fiche: values by their labels; rows by the first header of their table."""
    for label, value in lines.items():
        put(sheet.getCellByPosition(VALUE, row_of(sheet, label)), value)
    for header, rows in tables.items():
        first = row_of(sheet, header) + 1
        for i, row in enumerate(rows):
            for j, value in enumerate(row):
                put(sheet.getCellByPosition(LABEL + j, first + i), value)


def value_of(sheet, label):
    return sheet.getCellByPosition(VALUE, row_of(sheet, label))


def errors(sheet):
    """The cells that show an error."""
    cells = sheet.queryFormulaCells(FormulaResult.ERROR)
    return [(cell.AbsoluteName, cell.getError(), cell.Formula) for cell in cells.Cells]
