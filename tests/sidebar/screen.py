"""A screen of its own for tests with windows: Xvfb and a window manager, always ended.

    with Screen() as screen, Office("fr", display=screen.display) as office:
        ...
        screen.picture("name")      # build/screenshots/name.png
"""

import ctypes
import os
import signal
import subprocess
import sys
import pathlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "calc"))

from office import BUILD  # noqa: E402
from waiting import wait_for, wait_for_rest  # noqa: E402

PICTURES = BUILD / "screenshots"


def _die_with_parent():
    ctypes.CDLL("libc.so.6", use_errno=True).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


class Screen:
    def __init__(self, width=1600, height=1000):
        self.width, self.height = width, height
        self._size = f"{width}x{height}x24"
        self._processes = []

    def __enter__(self):
        reading, writing = os.pipe()
        self._start(["Xvfb", "-displayfd", str(writing), "-screen", "0", self._size, "-nolisten", "tcp"], pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()  # to its end: the server ends where it cannot write all of it
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.display = ":" + number
        self._start(["openbox"], env={**os.environ, "DISPLAY": self.display})  # without it Calc's window is 24 pixels wide
        wait_for("the window manager", self._is_managed)
        return self

    def _is_managed(self):
        """Whether a window manager has said that it is at work."""
        asked = subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env={**os.environ, "DISPLAY": self.display},
                               capture_output=True, text=True, timeout=30)
        return "window id" in asked.stdout

    def _start(self, command, **options):
        self._processes.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                                stderr=subprocess.DEVNULL, preexec_fn=_die_with_parent, **options))

    def __exit__(self, *_):
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)

    def picture(self, name):
        PICTURES.mkdir(parents=True, exist_ok=True)
        target = PICTURES / f"{name}.png"
        target.write_bytes(wait_for_rest("the screen", self._drawn, quiet=0.4))
        return target

    def _drawn(self):
        """What the screen shows, as a PNG without the time of day."""
        return subprocess.run(["import", "-display", self.display, "-window", "root", "-define", "png:exclude-chunks=date,time", "png:-"],
                              check=True, capture_output=True, timeout=60).stdout

    def key(self, *keys):
        """Presses keys as a user does: "Return", "ctrl+z"."""
        subprocess.run(["xdotool", "key", *keys], env={**os.environ, "DISPLAY": self.display}, check=True, timeout=30,
                       stdout=subprocess.DEVNULL)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "20", text], env={**os.environ, "DISPLAY": self.display}, check=True,
                       timeout=60, stdout=subprocess.DEVNULL)

    def click(self, x, y, times=1):
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(times), "--delay", "60", "1"],
                       env={**os.environ, "DISPLAY": self.display}, check=True, timeout=30, stdout=subprocess.DEVNULL)

    def wait_for_window(self, title, seconds=10):
        """Until a window of that title is there, takes the keys and is drawn."""
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync"],
                       env={**os.environ, "DISPLAY": self.display}, check=True, timeout=seconds, stdout=subprocess.DEVNULL)
        wait_for_rest("the screen", self._drawn, quiet=0.2)

    def drag(self, x, y, to_x, to_y):
        """Takes something with the mouse and lets it go elsewhere, in steps as a hand does."""
        steps = [word for i in range(1, 11) for word in
                 ("mousemove", str(x + (to_x - x) * i // 10), str(y + (to_y - y) * i // 10), "sleep", "0.03")]
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "sleep", "0.2", "mousedown", "1", *steps, "mouseup", "1"],
                       env={**os.environ, "DISPLAY": self.display}, check=True, timeout=30, stdout=subprocess.DEVNULL)
