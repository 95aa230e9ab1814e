"""That the checks would notice a fault: each is shown a good file, and the same with a fault put into it."""

import json
import re
from xml.sax.saxutils import escape

import cairosvg
import pyarrow as arrow
import pyarrow.parquet as parquet
import pypdf
from pypdf.annotations import Link
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

import bundles
import pictures
import records
import redcap
import tables


def check(exports):
    """What was not noticed, and what was noticed where nothing was."""
    faults = []

    def proof(what, checked, *of, is_bad=True):
        try:
            found = checked(*of)
        except Exception as error:
            # A reader that gives up has noticed too.
            found = [repr(error)]
        if bool(found) != is_bad:
            faults.append(f"{what} {'was not noticed' if is_bad else f'was noticed: {found[:2]}'}")

    folder = exports.folder / "proofs"
    folder.mkdir()
    prove_tables(exports, folder, proof)
    prove_redcap(exports, folder, proof)
    prove_bundles(exports, proof)
    prove_pictures(exports, folder, proof)
    prove_pdf(folder, proof)
    return {"proofs": faults}


def changed(path, into, was, by):
    """A copy of a file in which the first match of a pattern is another text."""
    text, count = re.subn(was, lambda _: by, path.read_text(encoding="utf-8"), count=1)
    if not count:
        raise SystemExit(f"{path.name} has no {was}")
    copy = into / path.name
    copy.write_text(text, encoding="utf-8")
    return copy


def prove_tables(exports, folder, proof):
    rows = [row for group in exports.rows for row in group]
    comma, lines = exports.folder / "marks.csv", exports.folder / "marks.ndjson"
    for what, was, by in (
        ("another side", ",right,", ",left,"),
        ("a formula", "'=1\\+1", "=1+1"),
        ("a broken row", "one\\\\ntwo", "one\ntwo"),
        ("a lost letter", "déjà", "d?j?"),
    ):
        proof(f"csv: {what}", tables.check_csv, changed(comma, folder, was, by), rows)
    # Inside quotation marks too.
    proof("spreadsheet: a formula", tables.check_spreadsheet, changed(comma, folder, "'=1\\+1", "=1+1"), folder)
    among = changed(comma, folder, "spot,posterior,-520", "spot,posterior,x")
    proof("duckdb: a text among numbers", tables.check_sniffed, among, rows)
    for what, was, by in (
        ("another rating", '"intensity":7', '"intensity":8'),
        ("a text for a number", '"intensity":7', '"intensity":"7"'),
        ("a null", '"intensity":7', '"intensity":null'),
        ("a change of direction", "\\\\u202e", "\u202e"),
    ):
        proof(f"ndjson: {what}", tables.check_ndjson, changed(lines, folder, was, by), rows)
    table = parquet.read_table(exports.folder / "marks.parquet")
    for what, name, value, kind in (
        ("an empty list for none", "aggravators", [], None),
        ("none for an empty list", "treated_by", None, None),
        ("a rating that nobody gave", "worst_intensity", 0, None),
        ("numbers of another width", "intensity", 7, arrow.int32()),
    ):
        column = table.column(name)
        place = next(at for at, each in enumerate(column.to_pylist()) if kind or bool(each is None) == (value is not None))
        values = column.to_pylist()
        values[place] = value
        other = arrow.array(values, type=kind or column.type)
        path = folder / "marks.parquet"
        parquet.write_table(table.set_column(table.column_names.index(name), name, other), path)
        proof(f"parquet: {what}", tables.check_parquet, path, rows)


def prove_redcap(exports, folder, proof):
    dictionary, values = exports.folder / "dictionary.csv", exports.folder / "values.csv"
    for what, was, by in (
        ("a name with a capital", "pm_view", "pm_View"),
        ("an unknown type", ",radio,", ",choice,"),
        ("a code with a hyphen", "prefer_not_to_say,", "prefer-not-to-say,"),
        ("a note that is no identifier", ",y,", ",,"),
        ("another order", "Form Name,Section Header", "Section Header,Form Name"),
    ):
        proof(f"dictionary: {what}", redcap.check_dictionary, changed(dictionary, folder, was, by))
    for what, was, by in (
        ("a choice that is none", ",posterior,", ",above,"),
        ("another instance", "painmap_mark,2", "painmap_mark,3"),
        ("another rating", ",T[0-9]+,7,", ",T7,8,"),
    ):
        other = changed(values, folder, was, by)
        proof(f"values: {what}", redcap.check_values, dictionary, other, exports.rows)


def prove_bundles(exports, proof):
    record = records.tapped()
    for release in ("r4", "r5"):
        good = exports.run("export", "--to", f"fhir-{release}", *FHIR, record=record).decode()
        proof("a good bundle", bundles.check_bundle, "tapped", release, good, record, is_bad=False)
        for what, was, by in (
            ("another rating", '"valueInteger":7', '"valueInteger":8'),
            ("another side", '"7771000"', '"24028007"'),
            ("another place", '"url":"x","valueInteger":-520', '"url":"x","valueInteger":520'),
            ("no status", '"status":"final",', ""),
        ):
            bad = good.replace(was, by, 1)
            proof(f"{release}: {what}", bundles.check_bundle, "tapped", release, bad, record)
        other = record | {"note": "x"}
        proof(f"{release}: another record", bundles.check_bundle, "tapped", release, good, other)


FHIR = ["--subject", "Patient/17", "--performer", "Patient/17"]


def prove_pictures(exports, folder, proof):
    record, view = records.tapped(), "posterior"
    good = exports.folder / f"pictures/tapped-{view}.svg"
    for what, was, by in (
        ("a script", "</svg>", "<script/></svg>"),
        ("a handler", "<g>", '<g onload="x">'),
        ("a link", "<g>", '<g xmlns:l="http://www.w3.org/1999/xlink" l:href="http://x">'),
        ("a picture from elsewhere", 'fill="#ffffff"', 'fill="url(http://x)"'),
        ("an instruction", "<g>", '<?xml-stylesheet href="x"?><g>'),
        ("a mark of another colour", '<circle([^>]*) fill="#c53b43"', '<circle cx="0" cy="0" r="9" fill="#000000"'),
        ("no words", "<desc>[^<]*", "<desc>"),
    ):
        proof(f"svg: {what}", pictures.check_svg, changed(good, folder, was, by), record, view)
    png = folder / "tapped.png"
    (folder / "tapped.svg").write_bytes(good.read_bytes())
    cairosvg.svg2png(url=str(good), write_to=str(png), output_width=900)
    proof("a good png", pictures.check_png, png, record, view, is_bad=False)
    moved, rerated = (json.loads(json.dumps(record)) for _ in range(2))
    moved["marks"][0]["at"] = [-520, 4900]
    rerated["marks"][0]["intensity"] = 2
    proof("png: a mark at another place", pictures.check_png, png, moved, view)
    proof("png: another rating", pictures.check_png, png, rerated, view)


def run_script(writer):
    act = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(act)


def attach(writer):
    writer.add_attachment("x.txt", b"x")


def link(writer):
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url="http://x"))


def prove_pdf(folder, proof):
    """On a page of text that stands for a report."""
    record = records.tapped()
    rated = [[mark.get(name, "–") for name in ("intensity", "worstIntensity", "note")] for mark in record["marks"]]
    lines = [f"{number} Region {now} {worst} {note}" for number, (now, worst, note) in enumerate(rated, 1)]
    texts = "".join(f'<text x="9" y="{20 * at}">{escape(line)}</text>' for at, line in enumerate(lines, 1))
    page = cairosvg.svg2pdf(f'<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="200">{texts}</svg>'.encode())
    source = folder / "page.pdf"
    source.write_bytes(page)

    def made(change=lambda _: None, title="Pain map"):
        path = folder / "report.pdf"
        writer = pypdf.PdfWriter(clone_from=source)
        writer.add_metadata({"/Title": title} if title else {})
        change(writer)
        writer.write(path)
        return path

    proof("a good pdf", pictures.check_pdf, made(), record, "", is_bad=False)
    proof("pdf: a script", pictures.check_pdf, made(run_script), record, "")
    proof("pdf: an attachment", pictures.check_pdf, made(attach), record, "")
    proof("pdf: a link", pictures.check_pdf, made(link), record, "")
    proof("pdf: another page", pictures.check_pdf, made(lambda writer: writer.add_blank_page()), record, "")
    proof("pdf: no title", pictures.check_pdf, made(title=""), record, "")
    record["marks"][0]["note"] = "words that are not there"
    proof("pdf: a missing note", pictures.check_pdf, made(), record, "")
