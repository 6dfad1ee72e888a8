"""What the scripts that write samples share: rows and sheets of a flat OpenDocument workbook, each cell on a line of its own."""

import sys
from xml.sax.saxutils import escape

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!-- {comment} -->
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"{namespaces}
    office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
{meta}  <office:automatic-styles>
    <number:date-style style:name="N-date" number:language="fr" number:country="FR">
      <number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>
    </number:date-style>
    <number:percentage-style style:name="N-pct"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/><number:text> %</number:text></number:percentage-style>
    <style:style style:name="title" style:family="table-cell"><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
    <style:style style:name="note" style:family="table-cell"><style:text-properties fo:font-style="italic"/></style:style>
    <style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.75pt solid #808080" fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="date" style:family="table-cell" style:data-style-name="N-date"/>
    <style:style style:name="pct" style:family="table-cell" style:data-style-name="N-pct"/>
{styles}  </office:automatic-styles>
  <office:body>
    <office:spreadsheet>
"""
FOOT = """    </office:spreadsheet>
  </office:body>
</office:document>
"""
PLAIN = 3.2  # width of a column that says nothing else, in cm


def column_style(width):
    return "w" + str(width).replace(".", "_")


def workbook(comment, sheets, widths, namespaces="", meta="", styles=""):
    """The whole file; widths are those that the sheets' columns use."""
    columns = "".join(f'    <style:style style:name="{column_style(width)}" style:family="table-column">'
                      f'<style:table-column-properties style:column-width="{width}cm"/></style:style>\n'
                      for width in sorted({PLAIN, *widths}))
    return HEAD.format(comment=comment, namespaces=namespaces, meta=meta, styles=columns + styles) + "".join(sheets) + FOOT


def cell(value, style=None, inside=""):
    """A cell with that value; `inside` stands before its text, as a comment does."""
    styled = f' table:style-name="{style}"' if style else ""
    if value == "":
        return "<table:table-cell/>"
    if isinstance(value, (int, float)):
        kind = "percentage" if style == "pct" else "float"
        return f'<table:table-cell{styled} office:value-type="{kind}" office:value="{value}"/>'
    if style == "date" and value[:4].isdigit():
        return f'<table:table-cell{styled} office:value-type="date" office:date-value="{value}"/>'
    # Flat files fold spaces: one at the end of a text must be spelt out.
    spelt = escape(value[:-1]) + "<text:s/>" if value.endswith(" ") else escape(value)
    return f'<table:table-cell{styled} office:value-type="string">{inside}<text:p>{spelt}</text:p></table:table-cell>'


def row(*cells):
    return "        <table:table-row>\n" + "".join(f"          {each}\n" for each in cells) + "        </table:table-row>\n"


def sheet(name, title, note, rows, widths, style="", shapes=""):
    """A sheet with a title, a note, an empty row, then the rows."""
    columns = "".join(f'        <table:table-column table:style-name="{column_style(width)}"/>\n' for width in widths)
    heading = row(cell(title, "title")) + row(cell(note, "note")) + row(cell(""))
    styled = f' table:style-name="{style}"' if style else ""
    return (f'      <table:table table:name="{name}"{styled}>\n{shapes}{columns}{heading}' + "".join(row(*each) for each in rows)
            + "      </table:table>\n")


def write_or_check(samples):
    """Writes the samples (path -> text), or with --check tells by the exit code whether they say that already."""
    if "--check" in sys.argv:
        sys.exit(0 if all(path.exists() and path.read_text(encoding="utf-8") == text for path, text in samples.items()) else 1)
    for path, text in samples.items():
        path.write_text(text, encoding="utf-8")
