"""Formulas into cells and results out of them."""

import uno  # makes com.sun.star importable
from com.sun.star.sheet.FormulaResult import VALUE
from com.sun.star.table.CellContentType import EMPTY, TEXT
from com.sun.star.table.CellContentType import VALUE as NUMBER


def result(cell):
    """A number, a text, ("error", code), or None for an empty cell."""
    if cell.getError():
        return ("error", cell.getError())
    if cell.Type == EMPTY:
        return None
    if cell.Type == TEXT:
        return cell.String
    if cell.Type == NUMBER or cell.FormulaResultType2 == VALUE:
        return cell.Value
    return cell.String


def enter(cell, formula):
    """Types a formula as a user of the interface's language does, and gives its result."""
    cell.FormulaLocal = formula
    return result(cell)


def enter_array(block, formula):
    """The same as an array formula over a block of cells. setArrayFormula takes only the language-neutral syntax, so
    that the first cell reads the user's one."""
    first = block.getCellByPosition(0, 0)
    first.FormulaLocal = formula
    neutral = first.Formula
    first.Formula = ""
    block.setArrayFormula(neutral)
    return results(block)


def results(block):
    address = block.RangeAddress
    columns = address.EndColumn - address.StartColumn + 1
    rows = address.EndRow - address.StartRow + 1
    return [[result(block.getCellByPosition(column, row)) for column in range(columns)] for row in range(rows)]
