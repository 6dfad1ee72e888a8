"""Runs the Python tests of a folder and writes how each of them ended to a JUnit report.

    run_tests.py [--limit SECONDS] FOLDER REPORT.xml [MODULE...]

unittest counts a failure for every row of a table that fails; the report holds one case per test. Exit code 77: every test was
skipped."""

import argparse
import ctypes
import pathlib
import signal
import sys
import time
import unittest
import xml.etree.ElementTree as xml


class CaseResult(unittest.TextTestResult):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.outcomes = {}  # by the test's name: "" or "failure" or "skipped", seconds
        self._started = time.monotonic()
        signal.signal(signal.SIGTERM, self._end)
        signal.signal(signal.SIGALRM, self._end)

    def _end(self, number, _):
        """Ends the running test in the way of a failure, so that it cleans up, and starts no other one."""
        self.stop()
        raise SystemExit("the time is up" if number == signal.SIGALRM else "ended from outside")

    @staticmethod
    def _name(test):
        return getattr(test, "test_case", test).id()  # a row of a table belongs to its test

    def startTest(self, test):
        super().startTest(test)
        self._started = time.monotonic()
        self.outcomes[test.id()] = ["", 0.0]

    def stopTest(self, test):
        super().stopTest(test)
        self.outcomes[test.id()][1] = time.monotonic() - self._started

    def _note(self, test, outcome):
        entry = self.outcomes.setdefault(self._name(test), ["", 0.0])
        if entry[0] != "failure":
            entry[0] = outcome

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self._note(test, "failure")

    def addError(self, test, error):
        super().addError(test, error)
        self._note(test, "failure")

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error is not None:
            self._note(test, "failure")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._note(test, "skipped")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._note(test, "failure")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--limit", type=int, default=0)
    options.add_argument("folder")
    options.add_argument("report")
    options.add_argument("modules", nargs="*")
    asked = options.parse_args()
    pathlib.Path(asked.report).unlink(missing_ok=True)  # an old one would be counted where this run dies
    ctypes.CDLL("libc.so.6").prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG: it ends with ctest, and its offices with it
    signal.alarm(asked.limit)
    sys.path.insert(0, asked.folder)
    loader = unittest.TestLoader()
    suite = loader.loadTestsFromNames(asked.modules) if asked.modules else loader.discover(asked.folder)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2, resultclass=CaseResult).run(suite)
    root = xml.Element("testsuite", name=asked.folder)
    for name, (outcome, seconds) in result.outcomes.items():
        case = xml.SubElement(root, "testcase", name=name, time=f"{seconds:.3f}")
        if outcome:
            xml.SubElement(case, outcome)
    xml.ElementTree(root).write(asked.report, encoding="utf-8", xml_declaration=True)
    outcomes = {outcome for outcome, _ in result.outcomes.values()}
    if not result.wasSuccessful() or not outcomes:
        return 1
    return 77 if outcomes == {"skipped"} else 0


if __name__ == "__main__":
    sys.exit(main())
