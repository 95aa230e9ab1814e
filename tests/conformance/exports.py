"""Takes records through every export of the command, and has other programs open what comes out.

Usage: exports.py PAINMAP FOLDER BUNDLES. Files go into FOLDER, bundles of FHIR into BUNDLES as well, for the validators
that come after. One of the records was tapped in the demo (tests/browser/tapped.test.js); the others are synthetic, or
hold what a stranger may write. What a file must say is worked out from the records' JSON alone.
"""

import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import bundles
import pictures
import proofs
import records
import redcap
import tables

#: Pictures by the endings of their files, and which records are drawn so; a PNG stands beside the SVG of its name.
DRAWN = {".svg": ".*", ".png": "tapped|untouched|hostile-1|generated-.*", ".pdf": "tapped|untouched|hostile-1|generated-.*"}
#: Which of the records are drawn: the tapped one, some synthetic ones and all with hostile texts.
PAINTED = re.compile(r"tapped|untouched|hostile-\d+|(generated|examined)-[1-6]")
#: Which of them become bundles with pictures, and which without; the others become none.
WITH_PICTURES = re.compile(r"tapped|untouched|hostile-1\d?")
WITHOUT = re.compile(r"hostile-\d+|(generated|examined)-[1-3]?\d")
FHIR = ["--subject", "Patient/17", "--performer", "Patient/17", "--recorded", "2026-11-22T09:30:00Z"]


class Exports:
    def __init__(self, program, folder, named):
        self.program = program
        self.folder = folder
        self.named = named
        self.stream = folder / "records.ndjson"
        self.stream.write_text("".join(json.dumps(record) + "\n" for _, record in named), encoding="utf-8")
        self.rows = [records.rows(record, number, self.stream.name) for number, (_, record) in enumerate(named, 1)]

    def run(self, *arguments, record=None):
        """What the command writes; it must be content."""
        given = None if record is None else json.dumps(record).encode()
        ran = subprocess.run([self.program, *arguments], cwd=self.folder, input=given, capture_output=True)
        if ran.returncode or ran.stderr and arguments[0] != "render":
            raise SystemExit(f"painmap {' '.join(arguments)}: {ran.stderr.decode()}")
        return ran.stdout

    def table(self, kind, name, *more):
        self.run("export", "--to", kind, *more, "-o", name, *([] if more else [self.stream.name]))
        return self.folder / name

    def check_tables(self):
        rows = [row for group in self.rows for row in group]
        comma = self.table("csv", "marks.csv")
        dictionary = self.table("redcap", "dictionary.csv", "--dictionary")
        values = self.table("redcap", "values.csv")
        return {
            "csv by Python": tables.check_csv(comma, rows),
            "csv by gnumeric": tables.check_the_spreadsheet(self.folder) + tables.check_spreadsheet(comma, self.folder),
            "csv by DuckDB": tables.check_sniffed(comma, rows),
            "ndjson by Python": tables.check_ndjson(self.table("ndjson", "marks.ndjson"), rows),
            "parquet by pyarrow and DuckDB": tables.check_parquet(self.table("parquet", "marks.parquet"), rows),
            "redcap's dictionary": redcap.check_dictionary(dictionary),
            "redcap's values": redcap.check_values(dictionary, values, self.rows),
        }

    def check_bundles(self, into):
        into.mkdir(parents=True, exist_ok=True)
        faults = []
        for pattern, more in ((WITH_PICTURES, []), (WITHOUT, ["--no-pictures"])):
            chosen = [(name, record) for name, record in self.named if pattern.fullmatch(name)]
            if more:
                chosen = [(name, record) for name, record in chosen if not WITH_PICTURES.fullmatch(name)]
            some = self.folder / "some.ndjson"
            some.write_text("".join(json.dumps(record) + "\n" for _, record in chosen), encoding="utf-8")
            for release in ("r4", "r5"):
                lines = self.run("export", "--to", f"fhir-{release}", *FHIR, *more, some.name).decode().splitlines()
                for (name, record), text in zip(chosen, lines, strict=True):
                    (into / f"exported-{name}.{release}.json").write_text(text, encoding="utf-8")
                    faults += bundles.check_bundle(f"{name}.{release}", release, text, record)
        return faults

    def check_pictures(self):
        folder = self.folder / "pictures"
        folder.mkdir()
        drawn = {}
        for name, record in self.named:
            if not PAINTED.fullmatch(name):
                continue
            # All with hostile texts have the same marks.
            is_hostile = name.startswith("hostile")
            seen = {mark["view"] for mark in record.get("marks", []) if not is_hostile} or {"posterior"}
            for view in sorted(seen):
                stem = f"{name}-{view}"
                drawn[stem] = (record, view)
                for ending in (ending for ending, which in DRAWN.items() if re.fullmatch(which, name)):
                    # A report shows what it has to.
                    more = [] if ending == ".pdf" else ["--view", view, "--crop", "whole"]
                    self.run("render", *more, "-o", str(folder / f"{stem}{ending}"), record=record)
        return pictures.check_folder(folder, drawn)

    def check_sentences(self):
        """Each mark has a numbered sentence that says its rating, its side and its note; nothing acts."""
        faults = []
        text = self.run("describe", "--json", self.stream.name).decode()
        for (name, record), line in zip(self.named, text.splitlines(), strict=True):
            sentences = json.loads(line)["sentences"]
            for number, (mark, said) in enumerate(zip(record.get("marks", []), sentences), 1):
                rated = mark.get("intensity")
                ratings = re.findall(r"(\d+) of 10", said.split("in their own words")[0])
                side = mark["place"]["side"]
                is_good = (
                    said.startswith(f"{number}. ")
                    and (rated is None or str(rated) in ratings)
                    and (side not in ("left", "right") or re.search(rf"\b{side}\b", said, re.IGNORECASE))
                )
                if not is_good or re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said):
                    faults.append(f"{name}: {said:.90}")
                letters = re.sub(r"\W+", "", mark.get("note", ""))
                if letters not in re.sub(r"\W+", "", said):
                    faults.append(f"{name}: the note is not in {said:.90}")
        return faults


def main():
    program, folder, into = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    exports = Exports(program, folder, records.everything(program))
    checks = [
        exports.check_tables,
        lambda: {"fhir by fhir.resources": exports.check_bundles(into)},
        lambda: {"pictures by lxml, CairoSVG and Pillow": exports.check_pictures()},
        lambda: {"sentences": exports.check_sentences()},
        lambda: proofs.check(exports),
    ]
    failed = False
    for check in checks:
        start = time.monotonic()
        for what, faults in check().items():
            print(f"{what}: {len(faults)} faults" if faults else f"{what}: good")
            for fault in faults[:20]:
                print(f"  {ascii(fault)}")
            failed = failed or bool(faults)
        print(f"  in {time.monotonic() - start:.1f} s")
    print(f"{len(exports.named)} records, {sum(len(group) for group in exports.rows)} rows")
    sys.exit(failed)


if __name__ == "__main__":
    main()
