"""LibreOffice, where it is installed: accepts and rejects the changes of a Word file as a person would."""

import shutil
import subprocess
from pathlib import Path

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{file}.dtd">\n'
_LIBRARIES = """<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>"""
_LIBRARY = """<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
library:passwordprotected="false"><library:element library:name="Changes"/></library:library>"""
_MODULE = """<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
Sub Decide(source As String, target As String, act As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(doc.CurrentController.Frame, ".uno:" &amp; act &amp; "AllTrackedChanges", "", 0, Array())
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName" : form(0).Value = "Office Open XML Text"
  doc.storeToURL(target, form())
  doc.close(True)
End Sub
Sub Both(folder As String)
  Decide(folder &amp; "/changes.docx", folder &amp; "/Accept.docx", "Accept")
  Decide(folder &amp; "/changes.docx", folder &amp; "/Reject.docx", "Reject")
End Sub
</script:module>"""
# Without it the first start of a new profile would put its own library in the place of ours.
_STARTED = """<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Setup/Office">
<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>"""


def office() -> str | None:
    """Return the program, or None where it is not installed."""
    return shutil.which("soffice")


def decided_by_office(content: bytes, folder: Path) -> tuple[bytes, bytes]:
    """Return a Word file with all its changes accepted, and with all of them rejected, by LibreOffice."""
    profile, work = folder / "profile", folder / "work"
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True)
    work.mkdir()
    head = _HEAD.format
    (library.parent / "script.xlc").write_text(head(kind="library:libraries", file="libraries") + _LIBRARIES)
    (library / "script.xlb").write_text(head(kind="library:library", file="library") + _LIBRARY)
    (library / "Changes.xba").write_text(head(kind="script:module", file="module") + _MODULE)
    (profile / "user" / "registrymodifications.xcu").write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{_STARTED}')
    (work / "changes.docx").write_bytes(content)
    macro = f'macro:///Standard.Changes.Both("{work.as_uri()}")'
    command = [str(office()), "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", macro]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (work / "Accept.docx").read_bytes(), (work / "Reject.docx").read_bytes()
