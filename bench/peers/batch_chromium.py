"""Sets documents with two headless Chromiums that stay open, told what to do over their pipes. See batch.py."""

import base64
import json
import os
import subprocess
import tempfile
from pathlib import Path

import batch

browser = None


class Browser:
    """Chromium's DevTools protocol: messages that end in NUL, on descriptors 3 and 4."""

    def __init__(self):
        to_browser, self.output = os.pipe()
        self.input, from_browser = os.pipe()
        # The shell gives the browser the numbers it wants.
        command = f'exec chromium --headless --no-sandbox --disable-gpu --remote-debugging-pipe ' \
                  f'--user-data-dir={tempfile.mkdtemp()} 3<&{to_browser} 4>&{from_browser}'
        self.process = subprocess.Popen(["bash", "-c", command], pass_fds=(to_browser, from_browser),
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.rest, self.number = b"", 0
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable", self.session)

    def read(self):
        while b"\0" not in self.rest:
            self.rest += os.read(self.input, 1 << 20)
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def ask(self, method, session=None, wait_for=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        answer, event = None, wait_for is None
        while answer is None or not event:
            got = self.read()
            event = event or got.get("method") == wait_for
            if got.get("id") == self.number:
                answer = got["result"]
        return answer


def set_one(source, made):
    global browser
    browser = browser or Browser()
    browser.ask("Page.navigate", browser.session, "Page.loadEventFired", url=Path(source).absolute().as_uri())
    printed = browser.ask("Page.printToPDF", browser.session, preferCSSPageSize=True, printBackground=True,
                          generateTaggedPDF=True, generateDocumentOutline=True)
    Path(made).write_bytes(base64.b64decode(printed["data"]))


if __name__ == "__main__":
    batch.run(set_one, lambda: browser.process.terminate())
