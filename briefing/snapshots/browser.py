"""Web pages -> pictures of them in a real Chromium at three widths, and what decided how they look.

Chromium is driven over its DevTools pipe (``--remote-debugging-pipe``: JSON and a zero byte on file descriptors 3
and 4), so no port is opened and no library is needed. It resolves no name: a page has to carry what it shows.
"""

from __future__ import annotations

import base64
import io
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from briefing.model import Problem, Refusal
from briefing.render import pdf
from briefing.saying import tell

WIDTHS = (360, 768, 1280)
NAMES = ("chromium", "google-chrome", "chromium-browser")
_HEIGHT = 900  # of the window; the picture is of the whole page
_SLICE = 8192  # rows in one picture: a longer one passes what a graphics library can hold
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    "--disable-quic", "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-lcd-text", "--font-render-hinting=none",
    "--remote-debugging-pipe",
)  # fmt: skip
_PIPES = 'exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null'
_LETTERED = "h1, h2, h3, p, li, td, th, dd, figcaption, svg text"
_ASKED = 60  # elements of a page that are asked for their fonts


@dataclass(frozen=True, slots=True)
class Photographs:
    """``NAME.LANG.html.WIDTH.png`` -> the picture; and of each page the browser, fonts and system that drew it."""

    pictures: Mapping[str, bytes]
    machines: Mapping[str, Mapping[str, object]]


def found() -> str | None:
    """The Chromium to use: the variable CHROMIUM, else the first of its names on the path."""
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)


def photograph(pages: Mapping[str, bytes]) -> Photographs | str:
    """Pictures of ``pages`` at 360, 768 and 1280 pixels; in words why there are none where no Chromium runs here.

    Raises Refusal O024 where one runs and then fails on a page.
    """
    program = found()
    if program is None:
        named = os.environ.get("CHROMIUM")
        return (
            tell("CHROMIUM names no program: {named}", named=named)
            if named
            else tell("no Chromium on the path ({names})", names=", ".join(NAMES))
        )
    with _running(program) as browser:
        try:
            version = browser.ask("Browser.getVersion")["product"].partition("/")[2]
        except _Silent:
            return tell("{program} does not answer", program=program)
        try:
            target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
            browser.session = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            pictures: dict[str, bytes] = {}
            fonts: dict[str, list[str]] = {}
            for name, content in pages.items():
                for width in WIDTHS:
                    browser.show(content.decode(), width)
                    pictures[f"{name}.{width}.png"] = browser.picture(width)
                fonts[name] = sorted(browser.fonts())
        except _Silent as error:
            why = tell("Chromium gives no picture of a web page: {error}", error=error)
            raise Refusal(
                Problem("O024", why, None, tell("name another with CHROMIUM, or use --no-pictures"))
            ) from None
    release = int(version.partition(".")[0])
    machines = {
        name: {"chromium": release, "fonts": families, "system": sys.platform}
        for name, families in fonts.items()
    }
    return Photographs(pictures, machines)


class _Silent(Exception):
    """The browser has ended, says nothing, or says that it cannot."""


@dataclass(slots=True)
class _Browser:
    """A running Chromium, asked one thing at a time."""

    process: subprocess.Popen[bytes]
    session: str | None = None
    asked: int = 0
    patience: int = 60  # seconds without a word
    heard: bytearray = field(default_factory=bytearray)

    def ask(self, method: str, **parameters: object) -> Any:
        """The result of a DevTools command."""
        assert self.process.stdin is not None
        self.asked += 1
        message: dict[str, object] = {"id": self.asked, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        try:
            self.process.stdin.write(json.dumps(message).encode() + b"\0")
            self.process.stdin.flush()
        except OSError:
            raise _Silent(tell("it has ended")) from None
        for answer in self._answers():
            if answer.get("id") == self.asked:
                if "error" in answer:
                    raise _Silent(
                        tell("{method}: {value}", method=method, value=answer["error"].get("message", ""))
                    )
                return answer["result"]
        raise _Silent(tell("it has ended"))

    def _answers(self) -> Iterator[dict[str, Any]]:
        assert self.process.stdout is not None
        pipe = self.process.stdout.fileno()
        while True:
            end = self.heard.find(b"\0")
            if end >= 0:
                message = bytes(self.heard[:end])
                del self.heard[: end + 1]
                yield json.loads(message)
                continue
            if not select.select([pipe], [], [], self.patience)[0]:
                raise _Silent(tell("it has said nothing for {patience} seconds", patience=self.patience))
            if not (more := os.read(pipe, 1 << 20)):
                return
            self.heard += more

    def show(self, html: str, width: int) -> None:
        """Set the page in a window of ``width`` pixels and wait for its fonts."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=_HEIGHT,
            deviceScaleFactor=1,
            mobile=False,
        )
        frame = self.ask("Page.getFrameTree")["frameTree"]["frame"]["id"]
        self.ask("Page.setDocumentContent", frameId=frame, html=html)
        self.ask("Runtime.evaluate", expression="document.fonts.ready.then(() => 0)", awaitPromise=True)

    def picture(self, width: int) -> bytes:
        """The whole page that is shown, however long, ``width`` pixels wide: what stands out at its side is cut off."""
        from PIL import Image

        height = max(1, round(self.ask("Page.getLayoutMetrics")["cssContentSize"]["height"]))
        whole = Image.new("RGB", (width, height))
        for top in range(0, height, _SLICE):
            clip = {"x": 0, "y": top, "width": width, "height": min(_SLICE, height - top), "scale": 1}
            shot = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
            whole.paste(Image.open(io.BytesIO(base64.b64decode(shot["data"]))), (0, top))
        out = io.BytesIO()
        whole.save(out, "PNG", compress_level=1)
        return out.getvalue()

    def fonts(self) -> set[str]:
        """The families that Chromium took for the letters of the page, as it tells for its elements."""
        self.ask("DOM.enable")
        self.ask("CSS.enable")
        root = self.ask("DOM.getDocument", depth=0)["root"]["nodeId"]
        elements = self.ask("DOM.querySelectorAll", nodeId=root, selector=_LETTERED)["nodeIds"]
        spread = elements[:: len(elements) // _ASKED + 1]
        used = [self.ask("CSS.getPlatformFontsForNode", nodeId=element)["fonts"] for element in spread]
        return {font["familyName"] for fonts in used for font in fonts}


@contextmanager
def _running(program: str) -> Iterator[_Browser]:
    """A Chromium with a new, empty profile, ended and cleared away afterwards."""
    with tempfile.TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True) as profile:
        command = ["/bin/sh", "-c", _PIPES, program, *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # the bundled fonts alone, by which every machine draws the page alike
            env={**os.environ, "FONTCONFIG_FILE": str(pdf.fonts() / "fonts.conf")},
        )
        browser = _Browser(process)
        try:
            yield browser
        finally:
            with suppress(_Silent):
                browser.session, browser.patience = None, 5
                browser.ask("Browser.close")
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    if pipe is not None:
                        pipe.close()
