"""Waiting for what an office does in its own time: never longer than needed, never without an end."""

import time


def wait_for(what, condition, seconds=15.0):
    """The condition's value as soon as it is true; what fails is said with the last value."""
    deadline = time.monotonic() + seconds
    value = None
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"{what}: not within {seconds} s (last: {value!r})")


def wait_for_rest(what, value, quiet=0.5, seconds=20.0):
    """The value once it has been the same for that long."""
    last, since = value(), time.monotonic()
    deadline = since + seconds
    while time.monotonic() < deadline:
        time.sleep(0.05)
        now = value()
        if now != last:
            last, since = now, time.monotonic()
        elif time.monotonic() - since > quiet:
            return now
    raise AssertionError(f"{what}: no rest within {seconds} s (last: {last!r})")


def wait_to_equal(wanted, value, seconds=15.0):
    """The value as soon as it is the wanted one, else the last one, for the test to say what differs."""
    deadline = time.monotonic() + seconds
    now = value()
    while now != wanted and time.monotonic() < deadline:
        time.sleep(0.05)
        now = value()
    return now
