#!/usr/bin/env python3
"""Reads every text that people are told, in the sources and in the data, and holds them against each other.

In the sources a text is `Text name{"French", "English"}`, `Text{...}` or an array `Text names[] = {{...}, ...}`. What is
written otherwise is refused, so that nothing escapes. In the data it is a pair of elements with xml:lang.

    check_texts.py FOLDER
"""

import re
import sys
import xml.etree.ElementTree
from collections import defaultdict
from pathlib import Path

# One language inflects a word where the other does not. Nothing else may have two forms.
HOMONYMS = {
    "not known": {"non connu", "non connue"},
    "{} points": {"{} point", "{} points"},
}

# Where something else than words may be chosen by the language: codes, how a language counts, which text is filled in.
CHOOSERS = {"core/data/language.hpp", "core/data/text.hpp", "core/data/xml_file.cpp", "core/words/shown_values.cpp",
            "catalogue/catalogue.cpp", "office/office_profile.cpp"}

# The names of the functions' arguments are published with the functions, short and of their own.
PUBLISHED = "argument/name"

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LITERAL = r'(?:"(?:[^"\\]|\\.)*"|R"\((?:.|\n)*?\)")'
LITERALS = rf"{LITERAL}(?:\s*{LITERAL})*"
PAIR = re.compile(rf"\s*\{{\s*({LITERALS})\s*,\s*({LITERALS})\s*\}}")
DECLARED = re.compile(r"(?<![\w:])Text(?:\s+(\w+))?(\[\w*\])?(?:\s*=)?\s*(?=\{)")
CHOSEN = re.compile(r"(?:Language::(?:french|english)|\b(?:is)?[Ff]rench|\b(?:is)?[Ee]nglish)\s*\?")


class Text:
    def __init__(self, where, name, french, english):
        self.where, self.name, self.french, self.english = where, name, french, english

    def __str__(self):
        return f"{self.where}: {self.name} {{{self.french!r}, {self.english!r}}}"


def value_of(literals):
    """What the compiler makes of adjacent literals."""
    text = ""
    for literal in re.findall(LITERAL, literals):
        if literal.startswith("R"):
            text += literal[3:-2]
            continue
        plain = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda match: chr(int(match[1], 16)), literal[1:-1])
        plain = re.sub(r"((?:\\x[0-9A-Fa-f]{2})+)", lambda match: bytes.fromhex(match[1].replace("\\x", "")).decode(),
                       plain)
        text += plain.replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")
    return text


def without_comments(source):
    keep = re.compile(rf"({LITERAL})|//[^\n]*")
    return keep.sub(lambda match: match[1] or "", source)


def texts_of_source(file, name, problems):
    source = without_comments(file.read_text(encoding="utf-8"))
    if name not in CHOOSERS and CHOSEN.search(source):
        problems.append(f"{name}: words are chosen by the language here; declare a Text and say it")
    for match in DECLARED.finditer(source) if name != "core/data/text.hpp" else ():
        line = source.count("\n", 0, match.start()) + 1
        where, at = f"{name}:{line}", match.end()
        if not match[2]:
            pair = PAIR.match(source, at)
            if pair:
                yield Text(where, match[1] or "", value_of(pair[1]), value_of(pair[2]))
            elif re.match(r"\s*\{\s*\"", source[at:]) or match[1]:
                problems.append(f"{where}: a text that cannot be read; write Text name{{\"French\", \"English\"}}")
            continue
        at = source.index("{", at) + 1
        while pair := PAIR.match(source, at):
            yield Text(where, match[1], value_of(pair[1]), value_of(pair[2]))
            at = re.compile(r"\s*,?").match(source, pair.end()).end()
        if not re.match(r"\s*\}", source[at:]):
            problems.append(f"{where}: a list of texts that cannot be read")


def texts_of_data(file, name, problems):
    root = xml.etree.ElementTree.parse(file).getroot()
    for parent in root.iter():
        pending = {}
        for child in parent:
            language = child.get(XML_LANG)
            if language is None:
                continue
            words = " ".join("".join(child.itertext()).split())
            key = (child.tag, tuple(sorted((k, v) for k, v in child.items() if k != XML_LANG)))
            if not words or language not in ("fr", "en") or language in pending.setdefault(key, {}):
                problems.append(f"{name}: <{child.tag}> of <{parent.tag}> is empty, doubled or in another language")
            pending[key][language] = words
        for (tag, _), both in pending.items():
            if len(both) == 2:
                yield Text(name, f"{parent.tag}/{tag}", both["fr"], both["en"])
            else:
                problems.append(f"{name}: <{tag}> of <{parent.tag}> stands in one language only: {both}")


def placeholders(text):
    return re.findall(r"\{(\d*)(?::[^{}]*)?\}", text)


def wanted(text):
    """How many arguments a text takes."""
    return max((int(number) + 1 if number else order for order, number in enumerate(placeholders(text), 1)), default=0)


def arguments_from(source, start):
    """The arguments of a call whose parenthesis opens before start."""
    arguments, depth, at = [""], 0, start
    for part in re.compile(rf"{LITERAL}|'(?:[^'\\]|\\.)'|.", re.DOTALL).finditer(source, at):
        part = part[0]
        if part in ")]}" and depth == 0:
            return [argument.strip() for argument in arguments]
        depth += (part in "([{") - (part in ")]}")
        if part == "," and depth == 0:
            arguments.append("")
        else:
            arguments[-1] += part
    return []


def check_calls(file, name, by_name, problems):
    """Each say() with the name of a text gives it as many arguments as it takes."""
    source = without_comments(file.read_text(encoding="utf-8"))
    for match in re.finditer(r"\bsay\(", source):
        arguments = arguments_from(source, match.end())
        if len(arguments) < 2 or any("..." in argument for argument in arguments):
            continue
        chosen = re.split(r"\?|(?<!:):(?!:)", arguments[0])
        for label in (label.strip() for label in chosen[1:] or chosen):
            own_name = re.fullmatch(r"(?:\w+::)*(\w+)", label)
            found = own_name and (by_name.get((name, own_name[1])) or by_name.get(own_name[1]))
            given = len(arguments) - 2
            if found and max(wanted(found.french), wanted(found.english)) != given:
                line = source.count("\n", 0, match.start()) + 1
                problems.append(f"{name}:{line}: {given} arguments for\n    {found}")


def is_words(text):
    return re.search(r"[^\W\d_]", re.sub(r"\{[^{}]*\}", "", text)) is not None


def key_of(text):
    """A label with a capital, a colon or a dialog's dots has the same words."""
    return re.sub(r"[\s:…]+$", "", text.replace("\u00a0", " ")).casefold()


def check_alone(text, problems):
    if bool(text.french) != bool(text.english):
        problems.append(f"{text}: stands in one language only")
    french, english = placeholders(text.french), placeholders(text.english)
    # Numbered ones are put in as each language needs them.
    if sorted(french) != sorted(english) and not any(french):
        problems.append(f"{text}: not the same number of {{}} in both languages")


def check_forms(texts, problems):
    texts = [text for text in texts if text.name != PUBLISHED]
    for own, other in (("french", "english"), ("english", "french")):
        forms = defaultdict(dict)
        for text in texts:
            mine, theirs = key_of(getattr(text, own)), key_of(getattr(text, other))
            if is_words(mine):
                forms[mine].setdefault(theirs, text)
        for mine, found in forms.items():
            if len(found) > 1 and HOMONYMS.get(mine, set()) != set(found):
                problems.append(f"one text, several forms: {mine!r}\n    " +
                                "\n    ".join(str(text) for text in found.values()))


def check_declared_once(texts, problems):
    seen = {}
    for text in texts:
        first = seen.setdefault((text.french, text.english), text)
        if first is not text:
            problems.append(f"declared twice:\n    {first}\n    {text}")


def main(folder):
    problems = []
    sources = [text for file in sorted((folder / "src").rglob("*.?pp"))
               for text in texts_of_source(file, str(file.relative_to(folder / "src")), problems)]
    data = [text for part in ("extension/data", "extension/packs", "catalogue")
            for file in sorted((folder / part).glob("*.xml"))
            for text in texts_of_data(file, str(file.relative_to(folder)), problems)]
    for text in sources + data:
        check_alone(text, problems)
    check_forms(sources + data, problems)
    check_declared_once(sources, problems)
    by_name = {text.name: text for text in sources if ".hpp" in text.where}
    by_name.update(((text.where.partition(":")[0], text.name), text) for text in sources)
    for file in sorted((folder / "src").rglob("*.?pp")):
        check_calls(file, str(file.relative_to(folder / "src")), by_name, problems)
    print("\n".join(problems))
    print(f"{len(sources)} texts in the sources, {len(data)} in the data, {len(problems)} problems")
    return 1 if problems or not sources or not data else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
