"""Pictures: opened by other programs, harmless, and with each mark's colour at the mark's place.

`CHECKS` says by the ending of a file's name who opens it: SVG by lxml and CairoSVG, PNG by Pillow, PDF by pypdf and
pdfium. A file is named after its record and its view.
"""

import io
import math
import re

import cairosvg
import pypdf
import pypdfium2
from lxml import etree
from PIL import Image

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "desc", "defs", "clipPath", "path", "rect", "g", "text", "circle"}
#: The colours of the ratings 0 to 10 and of a mark that was not rated, as the widget has them.
COLOURS = [
    "fff1b8", "ffdc94", "fdc76c", "fbb13c", "f49436", "ec7531", "e2542b", "c53b43", "a81c4f", "78174b", "4b0d45",
]  # fmt: skip
UNRATED = "ffffff"
#: How wide a picture is when it is painted, in pixels.
WIDTH = 1200
#: Of a mark's disc, in body units of a whole body: from here to there is nothing but its colour.
RING = (108, 120)
#: As far as a disc may be hidden by another one, an arrow or a number, in body units.
APART = 450


def parsed(data):
    """The document; entities and the network are out of bounds."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def check_svg(path, record, view):
    """Well-formed, of known elements alone, with nothing that runs or is fetched; the sentences stand in it."""
    data = path.read_bytes()
    root = parsed(data)
    faults = []
    for element in root.iter():
        name = etree.QName(element).localname if isinstance(element.tag, str) else "a comment or an instruction"
        if name not in ELEMENTS or not str(element.tag).startswith(SVG):
            faults.append(f"{path.name}: {name}")
        for attribute, value in element.attrib.items():
            local = etree.QName(attribute).localname
            is_reference = re.search(r"url\((?!#[\w-]+\))|:|//", value) or local in ("href", "style", "src")
            if local.startswith("on") or is_reference:
                faults.append(f"{path.name}: {local} {value:.40}")
    if root.getroottree().docinfo.doctype:
        faults.append(f"{path.name}: a document type")
    said = root.findtext(f"{SVG}desc") or ""
    seen = [mark for mark in record.get("marks", []) if mark["view"] == view]
    titles = len([title for title in root.iter(f"{SVG}title")]) - 1
    if titles != len(seen):
        faults.append(f"{path.name}: {titles} marks and not {len(seen)}")
    faults += missing(path, said, record)
    # What a reader without CSS and fonts of ours makes of it.
    painted = cairosvg.svg2png(bytestring=data, output_width=WIDTH, unsafe=False)
    return faults + check_pixels(path, Image.open(io.BytesIO(painted)), box(root), record, view)


def box(root):
    return [float(number) for number in root.get("viewBox").split()]


def missing(path, said, record):
    """What of the record a text does not say: each rating, each note with its letters."""
    faults = []
    for mark in record.get("marks", []):
        if mark.get("intensity") is not None and f"{mark['intensity']} of 10" not in said:
            faults.append(f"{path.name}: no word of {mark['intensity']} of 10")
        note = re.sub(r"[^\w]+", "", mark.get("note", ""))
        if note[:200] not in re.sub(r"[^\w]+", "", said):
            faults.append(f"{path.name}: no word of {note:.40}")
    return faults


def places(record, view):
    """The marks of a view that nothing else hides, with their places on the screen in body units."""
    mirrored = -1 if view in ("posterior", "left") else 1

    def of(mark):
        points = [mark["at"]] if mark["kind"] == "spot" else mark["outline"]
        return points + [point for each in mark.get("radiation", []) if each["view"] == view for point in each["path"]]

    marks = [mark for mark in record.get("marks", []) if mark["view"] == view]
    for mark in (mark for mark in marks if mark["kind"] == "spot"):
        others = [point for other in marks if other is not mark for point in of(other)]
        if all(math.dist(mark["at"], point) > APART for point in others):
            x, y = mark["at"]
            yield mark, (mirrored * x, y)


def check_pixels(path, image, viewed, record, view):
    """Each mark's disc has the colour of its rating; most of a ring round its number shows it."""
    left, top, width, height = viewed
    faults = []
    image = image.convert("RGB")
    if abs(image.width / image.height - width / height) > 0.02:
        faults.append(f"{path.name}: {image.size} for {width} by {height}")
    scale = image.width / width
    # Smaller parts of a body are drawn with smaller discs.
    unit = width / 4960
    for mark, (x, y) in places(record, view):
        # Words may lie at the upper and the lower edge.
        if not APART < y - top < height - APART:
            continue
        rating = mark.get("intensity")
        wanted = bytes.fromhex(UNRATED if rating is None else COLOURS[rating])
        hits = 0
        samples = [(radius * unit, turn * math.pi / 8) for radius in RING for turn in range(16)]
        for radius, turn in samples:
            at = ((x + radius * math.cos(turn) - left) * scale, (y + radius * math.sin(turn) - top) * scale)
            if 0 <= at[0] < image.width and 0 <= at[1] < image.height:
                pixel = image.getpixel((int(at[0]), int(at[1])))
                hits += all(abs(one - other) <= 12 for one, other in zip(pixel, wanted))
        if hits < len(samples) * 0.6:
            faults.append(f"{path.name}: mark {mark['id']} is not {wanted.hex()} at {x}, {y}: {hits} of {len(samples)}")
    return faults


def check_png(path, record, view):
    """A PNG of some size whose marks stand where those of the SVG beside it do."""
    with Image.open(path) as image:
        image.verify()
    image = Image.open(path)
    faults = [] if image.format == "PNG" and min(image.size) >= 100 else [f"{path.name}: {image.format} {image.size}"]
    viewed = box(parsed(path.with_suffix(".svg").read_bytes()))
    return faults + check_pixels(path, image, viewed, record, view)


def check_pdf(path, record, _view):
    """A report, by two readers: its table has the marks; nothing in it runs, links or is attached."""
    reader = pypdf.PdfReader(path, strict=True)
    document = pypdfium2.PdfDocument(path)
    faults = []
    blank = [page.render(scale=1).to_pil().getcolors(1) is not None for page in document]
    if len(reader.pages) != len(document) or not blank or any(blank):
        faults.append(f"{path.name}: {len(reader.pages)} and {len(document)} pages, or a blank one")
    text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    for number, mark in enumerate(record.get("marks", []), 1):
        now, worst = (str(mark.get(name, "–")) for name in ("intensity", "worstIntensity"))
        if not re.search(rf" {number} .*? {now} {worst} ", f" {text} "):
            faults.append(f"{path.name}: no row {number} with {now} and {worst}")
    letters = re.sub(r"\W+", "", text)
    for mark in record.get("marks", []):
        if re.sub(r"\W+", "", mark.get("note", "")) not in letters:
            faults.append(f"{path.name}: no word of {mark['note']:.40}")
    if not (reader.metadata and reader.metadata.title):
        faults.append(f"{path.name}: no title")
    return faults + [f"{path.name}: {name}" for name in acting(reader)]


def acting(reader):
    """What in a PDF could act, by the names of its dictionaries' members."""
    forbidden = {"/JavaScript", "/JS", "/OpenAction", "/AA", "/Launch", "/URI", "/EmbeddedFiles", "/EF", "/AcroForm",
                 "/RichMedia", "/XFA", "/SubmitForm", "/GoToR"}  # fmt: skip
    numbers = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    stack = [reader.get_object(pypdf.generic.IndirectObject(number, 0, reader)) for number in sorted(numbers)]
    stack.append(reader.trailer)
    while stack:
        part = stack.pop()
        if isinstance(part, pypdf.generic.DictionaryObject):
            values = [part.raw_get(name) for name in part]
            yield from sorted(forbidden & {*part, *(value for value in values if isinstance(value, str))})
            stack += values
        elif isinstance(part, pypdf.generic.ArrayObject):
            stack += list.__iter__(part)


CHECKS = {".svg": check_svg, ".png": check_png, ".pdf": check_pdf}


def check_folder(folder, drawn):
    """Every picture in the folder. `drawn` has the record and the view of each name."""
    faults = []
    for path in sorted(folder.iterdir()):
        record, view = drawn[path.stem]
        try:
            faults += CHECKS[path.suffix](path, record, view)
        except Exception as error:
            faults.append(f"{path.name}: {error!r}")
    return faults
