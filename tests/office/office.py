"""LibreOffice without a window, in which workbooks are opened, filled in and saved as people do it."""
import os
import subprocess
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


class Office:
    """LibreOffice with a profile of its own in a folder; to be used in "with"."""

    def __init__(self, program, folder):
        self.pipe = f"pykala-{os.getpid()}"
        self.process = subprocess.Popen(
            [program, "--headless", "--invisible", "--norestore", "--nologo", "--nodefault",
             f"-env:UserInstallation=file://{os.path.abspath(folder)}/profile",
             f"--accept=pipe,name={self.pipe};urp;"])

    def __enter__(self):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        address = f"uno:pipe,name={self.pipe};urp;StarOffice.ComponentContext"
        for _ in range(240):
            try:
                context = resolver.resolve(address)
                break
            except NoConnectException:
                time.sleep(0.5)
        else:
            self.process.kill()
            raise SystemExit("LibreOffice does not start")
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        return self

    def __exit__(self, *_):
        try:
            self.desktop.terminate()
        finally:
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.kill()

    def fill(self, path, to, change):
        """Opens a workbook, has change(document) fill it in, and saves it as an Excel workbook."""
        book = self.desktop.loadComponentFromURL(uno.systemPathToFileUrl(os.path.abspath(path)), "_blank", 0,
                                                 (PropertyValue("Hidden", 0, True, 0),))
        try:
            change(book)
            book.storeToURL(uno.systemPathToFileUrl(os.path.abspath(to)),
                            (PropertyValue("FilterName", 0, "Calc MS Excel 2007 XML", 0),))
        finally:
            book.close(True)
