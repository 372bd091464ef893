"""Word files as delegations send them, written by hand so that they hold what no library writes."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
BY, AT = "A. Sample (Barbados)", "2019-11-22T10:15:00Z"


def run(words: str) -> str:
    """Return a run of text."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def put_in(words: str, by: str = BY, at: str = AT) -> str:
    """Return text that somebody put in."""
    return f'<w:ins w:id="1" w:author="{by}" w:date="{at}">{run(words)}</w:ins>'


def taken_out(words: str, by: str = BY, at: str = AT) -> str:
    """Return text that somebody took out."""
    said = f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'
    return f'<w:del w:id="2" w:author="{by}" w:date="{at}">{said}</w:del>'


def paragraph(content: str, properties: str = "", end: str = "") -> str:
    """Return a paragraph; `end` is what became of its end, as `ins` or `del`."""
    mark = f'<w:rPr><w:{end} w:id="3" w:author="{BY}" w:date="{AT}"/></w:rPr>' if end else ""
    return f"<w:p><w:pPr>{properties}{mark}</w:pPr>{content}</w:p>"


def listed(content: str, key: int = 1, level: int = 0, end: str = "") -> str:
    """Return a paragraph of a list."""
    reference = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'
    return paragraph(content, reference, end)


def cell(content: str, properties: str = "") -> str:
    """Return a cell of a table with one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<w:p>') else paragraph(content)}</w:tc>"


def table(*rows: tuple[str, ...], changes: dict[int, str] | None = None) -> str:
    """Return a table of these cells, each of them text or a cell; `changes` are of whole rows."""
    written = ""
    for place, row in enumerate(rows):
        change = (changes or {}).get(place, "")
        mark = f'<w:trPr><w:{change} w:id="4" w:author="{BY}" w:date="{AT}"/></w:trPr>' if change else ""
        cells = "".join(one if one.startswith("<w:tc>") else cell(run(one) if one else "") for one in row)
        written += f"<w:tr>{mark}{cells}</w:tr>"
    return f"<w:tbl>{written}</w:tbl>"


def level(place: int, form: str, words: str, more: str = "") -> str:
    """Return a level of a list."""
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{words}"/></w:lvl>'


NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "(%2)")}'
    f'{level(2, "lowerRoman", "(%3)")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def word_file(body: str, **parts: str) -> bytes:
    """Return a .docx with this body; further parts are named as `numbering="<w:numbering …"`."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_TYPES}"><Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        )
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, part in parts.items():
            package.writestr(f"word/{name}.xml", part)
    return content.getvalue()


def styles(*named: tuple[str, str, str]) -> str:
    """Return the styles of a file: identifier, name, and what stands in it."""
    written = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
        for key, name, more in named
    )
    return f"<w:styles {W}>{written}</w:styles>"


def styled(style: str, content: str) -> str:
    """Return a paragraph in a style."""
    return paragraph(content, f'<w:pStyle w:val="{style}"/>')


def comment(key: int, words: str, by: str = BY) -> str:
    """Return a comment for the part of the comments."""
    return f'<w:comment w:id="{key}" w:author="{by}"><w:p>{run(words)}</w:p></w:comment>'


def commented(content: str, key: int) -> str:
    """Return what a comment is on."""
    return f'<w:commentRangeStart w:id="{key}"/>{content}<w:commentRangeEnd w:id="{key}"/><w:r><w:commentReference w:id="{key}"/></w:r>'
