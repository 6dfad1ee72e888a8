"""Prints how many test cases of a JUnit report passed, failed and were skipped."""

import sys
import xml.etree.ElementTree as xml

cases = list(xml.parse(sys.argv[1]).getroot().iter("testcase"))
failed = sum(any(one.find(tag) is not None for tag in ("failure", "error")) for one in cases)
skipped = sum(all(one.find(tag) is None for tag in ("failure", "error")) and one.find("skipped") is not None for one in cases)
print(len(cases) - failed - skipped, failed, skipped)
