"""The tables, as others read them: Python's csv, gnumeric, DuckDB, pyarrow, a reader of JSON lines."""

import csv
import json
import re
import subprocess
import sys
import warnings

import duckdb
import openpyxl
import pyarrow as arrow
import pyarrow.parquet as parquet

from records import COLUMNS, DERIVED, FLAG, LIST, ROOT, TEXT, WHOLE, differs

csv.field_size_limit(sys.maxsize)
#: What a cell that a program takes for a formula begins with.
FORMULA = tuple("=+-@＝＋－＠")
#: Texts that look like numbers or dates: a spreadsheet turns them into such, which docs/tables.md says.
LOOKS_OTHERWISE = {"record", "atlas", "recorded", "since", "mark_id", "note", "record_note"}


def documented_unguard():
    """The function that docs/tables.md gives to take the guard back."""
    page = (ROOT / "docs/tables.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", page, re.DOTALL).group(1)
    names = {}
    exec(code, names)
    return names["unguard"]


def compared(what, found, wanted):
    """What differs between rows of typed cells and the records."""
    faults = [] if len(found) == len(wanted) else [f"{what}: {len(found)} rows and not {len(wanted)}"]
    for number, (row, right) in enumerate(zip(found, wanted), 1):
        for name in COLUMNS:
            if differs(name, right[name], row.get(name)):
                faults.append(f"{what}, row {number}, {name}: {row.get(name)!r:.80} and not {right[name]!r:.80}")
    return faults


def typed(name, cell, unguard):
    """A cell of CSV as the value that it stands for."""
    kind = COLUMNS[name]
    if cell == "":
        return None
    if kind == WHOLE:
        return int(cell)
    if kind == FLAG:
        return {"true": True, "false": False}[cell]
    if kind == LIST:
        return [] if cell == "none" else cell.split("|")
    return unguard(cell)


def check_csv(path, wanted):
    """By Python's csv: every value is the record's, every row one line, no cell a formula."""
    text = path.read_bytes().decode("utf-8")
    unguard = documented_unguard()
    table = list(csv.DictReader(text.splitlines(keepends=True), strict=True))
    found = [{name: typed(name, cell, unguard) for name, cell in row.items()} for row in table]
    # An empty note looks like none.
    wanted = [{name: None if value == "" else value for name, value in row.items()} for row in wanted]
    faults = compared("csv", found, wanted)
    if list(table[0]) != list(COLUMNS):
        faults.append("csv: other columns")
    if len(text.splitlines()) != text.count("\n") or text.count("\n") != len(table) + 1:
        faults.append("csv: a row is more than one line")
    for number, row in enumerate(table, 1):
        for name, cell in row.items():
            looks = any(piece.lstrip(' "\ufeff').startswith(FORMULA) for piece in cell.split(";"))
            if COLUMNS[name] != WHOLE and looks:
                faults.append(f"csv, row {number}, {name} may be taken for a formula: {cell:.60}")
            if any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in cell):
                faults.append(f"csv, row {number}, {name} has a control character")
    return faults


def spreadsheet(path, folder):
    """The table as a spreadsheet makes it of the file: gnumeric opens it and saves a workbook."""
    book = folder / f"{path.stem}.xlsx"
    subprocess.run(["ssconvert", "--import-encoding=UTF-8", str(path), str(book)], check=True, capture_output=True)
    with warnings.catch_warnings():
        # Gnumeric leaves the styles out.
        warnings.simplefilter("ignore", UserWarning)
        return list(openpyxl.load_workbook(book).active.iter_rows())


def check_spreadsheet(path, folder):
    """By a spreadsheet: no cell is a formula or an error, numbers are numbers, texts keep their letters."""
    faults = []
    sheet = spreadsheet(path, folder)
    table = list(csv.reader(path.open(encoding="utf-8", newline="")))
    header = table[0]
    if [cell.value for cell in sheet[0]] != header:
        faults.append("spreadsheet: other columns")
    for number, (cells, texts) in enumerate(zip(sheet[1:], table[1:], strict=True), 1):
        for name, cell, text in zip(header, cells, texts):
            where = f"spreadsheet, row {number}, {name}: {cell.value!r:.60}"
            if cell.data_type in ("f", "e"):
                faults.append(f"{where} is a formula")
            elif COLUMNS[name] == WHOLE and cell.value != (int(text) if text else None):
                faults.append(f"{where} is not the number {text}")
            elif isinstance(cell.value, str) and cell.value not in (text, text.removeprefix("'")):
                faults.append(f"{where} and not {text!r:.60}")
            elif text and not isinstance(cell.value, str) and COLUMNS[name] == TEXT and name not in LOOKS_OTHERWISE:
                faults.append(f"{where} is no text")
    return faults


def check_the_spreadsheet(folder):
    """That gnumeric would take a formula for one: else its silence would mean nothing."""
    path = folder / "formula.csv"
    path.write_text("a,b\n=1+1,x\n", encoding="utf-8")
    cell = spreadsheet(path, folder)[1][0]
    return [] if cell.data_type == "f" else ["spreadsheet: a formula was not noticed"]


def check_sniffed(path, wanted):
    """By DuckDB, which guesses the types of a CSV file: numbers are numbers."""
    table = duckdb.sql(f"select * from read_csv('{path}', sample_size = -1)")
    faults = []
    for name, kind in zip(table.columns, table.types):
        right = {WHOLE: "BIGINT", FLAG: "BOOLEAN"}.get(COLUMNS[name])
        if right and str(kind) != right and any(row[name] is not None for row in wanted):
            faults.append(f"duckdb, csv: {name} is {kind}")
    if table.columns != list(COLUMNS):
        faults.append("duckdb, csv: other columns")
    sums = table.aggregate("count(*), sum(intensity), sum(x), count(no_pain)").fetchall()[0]
    given = [row for row in wanted if row["intensity"] is not None]
    right = (len(wanted), sum(row["intensity"] for row in given), sum(1 for row in wanted if row["no_pain"]))
    if (sums[0], sums[1], sums[3]) != right:
        faults.append(f"duckdb, csv: {sums} and not {right}")
    return faults


def check_ndjson(path, wanted):
    """By a reader of JSON: a line is an object, what is absent is no member, nothing in the file acts."""
    text = path.read_bytes().decode("utf-8")
    found = [json.loads(line) for line in text.split("\n")[:-1]]
    faults = compared("ndjson", found, wanted)
    if any(value is None for row in found for value in row.values()):
        faults.append("ndjson: a null")
    acting = re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", text)
    if acting:
        faults.append(f"ndjson: {acting.group()!a} stands as it is")
    return faults


def check_parquet(path, wanted):
    """By pyarrow and by DuckDB: types, nulls that are no empty lists, values, metadata."""
    types = {TEXT: arrow.string(), WHOLE: arrow.int64(), FLAG: arrow.bool_()}
    file = parquet.ParquetFile(path)
    schema = file.schema_arrow
    faults = [] if schema.names == list(COLUMNS) else ["parquet: other columns"]
    for field in schema:
        kind = COLUMNS[field.name]
        is_right = arrow.types.is_list(field.type) and arrow.types.is_string(field.type.value_type)
        if not (is_right if kind == LIST else field.type == types[kind]) or not field.nullable:
            faults.append(f"parquet: {field}")
    told = schema.metadata
    if told.get(b"painmap.table") != b"painmap-table/1" or not told.get(b"painmap.atlas"):
        faults.append(f"parquet: {told}")
    faults += compared("pyarrow", file.read().to_pylist(), wanted)
    table = duckdb.sql(f"select * from '{path}'")
    names = table.columns
    faults += compared("duckdb", [dict(zip(names, row)) for row in table.fetchall()], wanted)
    # Nulls and empty lists as a query sees them.
    for name in (name for name, kind in COLUMNS.items() if kind == LIST and name not in DERIVED):
        counted = duckdb.sql(f"select count(*) filter ({name} is null), count(*) filter (len({name}) = 0) from '{path}'")
        right = (sum(row[name] is None for row in wanted), sum(row[name] == [] for row in wanted))
        if counted.fetchall()[0] != right:
            faults.append(f"duckdb: nulls and empty lists of {name}")
    return faults
