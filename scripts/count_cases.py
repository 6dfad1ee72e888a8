"""Prints how many test cases passed, failed and were skipped, as the closing line of a test run.

    count_cases.py CTEST.xml REPORTS

CTEST.xml is ctest's own JUnit report. A test of several cases has another one, REPORTS/<its name>.xml; where the two
disagree, because a test died after its last case or wrote no report, that is one failure more."""

import pathlib
import sys
import xml.etree.ElementTree as xml


def outcome(case):
    if case.find("failure") is not None or case.find("error") is not None or case.get("status") == "fail":
        return "failed"
    # What ctest did not run although it was asked to (a program that was not built) is no success.
    if case.find("skipped") is not None:
        return "skipped" if case.get("status") != "notrun" or "SKIP_RETURN_CODE" in case.find("skipped").get("message", "") else "failed"
    return "passed"


def main(ctest_report, reports):
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for test in xml.parse(ctest_report).getroot().iter("testcase"):
        report = pathlib.Path(reports) / f"{test.get('name')}.xml"
        whole = outcome(test)
        cases = [outcome(case) for case in xml.parse(report).getroot().iter("testcase")] if report.exists() else []
        if whole == "failed" and "failed" not in cases:
            cases.append("failed")
        for each in cases or [whole]:
            counts[each] += 1
    print(", ".join(f"{counts[each]} {each}" for each in counts if counts[each] or each != "skipped"))
    return 1 if counts["failed"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
