"""catalogue/functions.xml for the tests: its functions, and its examples written as each language's users type them."""

import datetime
import re
import xml.etree.ElementTree as xml

from office import SOURCE

CATALOGUE = SOURCE / "catalogue" / "functions.xml"
SERVICE = "ORG.PANORAMACALC.ADDIN."

# Calc's numbers for the errors that the catalogue names, as XCell.getError() gives them.
ERROR_CODES = {"#N/A": 32767, "#DIV/0!": 532, "#VALUE!": 519, "#NAME?": 525, "Err:502": 502, "Err:504": 504,
               "Err:511": 511, "Err:523": 523}

# What stands between arguments, columns and rows in a formula typed under each interface, and before decimals.
SEPARATORS = {"fr": (";", ".", ";", ","), "en": (",", ",", ";", ".")}

TOKEN = re.compile(r'"(?:[^"]|"")*"|\d+(?:\.\d+)?|.', re.DOTALL)

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _texts(element, tag):
    return {text.get(XML_LANG): text.text for text in element.findall(tag)}


class Argument:
    def __init__(self, element):
        self.name = element.get("name")
        self.optional = element.get("optional") == "yes"
        self.names = _texts(element, "name")
        self.helps = _texts(element, "help")


class Function:
    def __init__(self, element):
        self.name = element.get("name")
        self.file_name = SERVICE + self.name.upper()
        self.category = element.get("category")
        self.wants_document = element.get("document") == "yes"
        self.names = _texts(element, "name")
        self.descriptions = _texts(element, "description")
        self.arguments = [Argument(argument) for argument in element.findall("argument")]
        self.examples = [(example.get("args"), example.get("gives")) for example in element.findall("example")]

    def formula(self, arguments, language):
        """The formula of an example as it is typed under that interface."""
        return f"={self.names[language]}({localized(arguments, language)})"

    def working_example(self):
        """The first example that gives a result rather than an error."""
        return next(example for example in self.examples if example[1] not in ERROR_CODES)


def functions():
    return [Function(element) for element in xml.parse(CATALOGUE).getroot().findall("function")]


def with_examples():
    """Those whose results can be told from literal arguments; functions that read cells have tests of their own."""
    return [function for function in functions() if function.examples]


def localized(arguments, language):
    """Arguments in the catalogue's syntax, `1.5; {1;2|3;4}`, rewritten with the language's separators."""
    between, column, row, decimal = SEPARATORS[language]
    text, braces = "", 0
    for token in TOKEN.findall(arguments):
        braces += (token == "{") - (token == "}")
        if token == ";":
            token = column if braces else between
        elif token == "|":
            token = row
        elif token[0].isdigit():
            token = token.replace(".", decimal)
        text += token
    return text


def expected(gives):
    """What an example gives: a number, a text, ("error", code), or a list of rows of those."""
    if gives in ERROR_CODES:
        return ("error", ERROR_CODES[gives])
    if gives.startswith("{"):
        rows, row = [], []
        for token in TOKEN.findall(gives[1:-1]):
            if token == "|":
                rows.append(row)
                row = []
            elif token[0] in '"#' or token[0].isdigit():
                row.append(_literal(token))
            elif token == "-":
                row.append("-")  # joined with the number after it, below
        rows.append(row)
        return [_joined(row) for row in rows]
    return _literal(gives)


def _joined(row):
    joined = []
    for value in row:
        if joined and joined[-1] == "-":
            joined[-1] = -value
        else:
            joined.append(value)
    return joined


def _literal(text):
    date = re.fullmatch(r"DATE\((\d+);\s*(\d+);\s*(\d+)\)", text)
    if date:
        return float((datetime.date(*map(int, date.groups())) - datetime.date(1899, 12, 30)).days)
    if text.startswith('"'):
        return text[1:-1].replace('""', '"')
    return float(text)


def agrees(value, wanted):
    """Whether a cell's value is the wanted one: numbers to a relative 1e-12, everything else exactly. Where zero is
    wanted, what the last bits of 100 - 110 / 1.1 leave is zero."""
    if isinstance(wanted, float) and isinstance(value, float):
        return abs(value - wanted) <= 1e-12 * (abs(wanted) or 1)
    return type(value) is type(wanted) and value == wanted
