"""The records that go through every export, and what a table must say of each, from the record's JSON alone.

Nothing here is taken from painmap's code: the columns and their kinds follow docs/tables.md.
"""

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TAPPED = ROOT / "tests/golden/tapped/record.json"
#: How many records of patients and how many that an examiner added to.
GENERATED = 100

#: Texts of strangers; each stands in every note of a record of its own.
HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://example.org","x")',
    "+44 20 7946 0000",
    "-1",
    "@SUM(A1:A9)",
    "\t=1",
    '"=1',
    "a;=cmd|' /c calc'!A0",
    "'=quoted",
    "<script>alert(1)</script> <img src=x onerror=alert(1)> ]]> &amp;",
    "\u202eevil\u202c \u2066x\u2069 \u061c\u200e\u200f",
    "\x1b[2J\x1b]0;t\x07 \x7f\x9b31m \x00 \x85 \u2028\u2029",
    "one\ntwo\r\nthree\tfour",
    "\ufffe\uffff\ufeff\U0010ffff",
    'back\\slash \\n "quoted", comma; semi|bar',
    "漢" * 4000,
    "𠀀" * 4000,
    "NULL",
    "none",
    "TRUE",
    "1e5",
    "2026-10",
    "",
    " ",
]

TEXT, WHOLE, FLAG, LIST = "text", "whole", "flag", "list"
#: Every column with its kind, in order.
COLUMNS = {
    "record": TEXT, "file": TEXT, "line": WHOLE, "recorded": TEXT, "figure": TEXT, "atlas": TEXT,
    "shown": LIST, "no_pain": FLAG, "marks": WHOLE, "mark": WHOLE, "mark_id": TEXT, "by": TEXT,
    "kind": TEXT, "view": TEXT, "x": WHOLE, "y": WHOLE, "radius": WHOLE, "outline": TEXT, "side": TEXT,
    "regions": LIST, "level": TEXT, "intensity": WHOLE, "worst_intensity": WHOLE, "qualities": LIST,
    "depth": TEXT, "provoked_by": LIST, "course": TEXT, "since": TEXT, "radiations": WHOLE,
    "radiates_to": LIST, "radiation": TEXT, "note": TEXT, "taut_band": FLAG, "nodule": FLAG,
    "hypersensitive_spot": FLAG, "referred_pain": FLAG, "local_twitch": FLAG, "recognised": FLAG,
    "pressure_threshold_kpa": WHOLE, "worsening": TEXT, "keeps_awake": TEXT, "deep_muscle_pain": TEXT,
    "persistent_spot": TEXT, "aggravators": LIST, "relief": LIST, "treated_by": LIST, "treatments": LIST,
    "record_note": TEXT,
}  # fmt: skip
#: Columns that the atlas derives and the record does not hold: only their form is checked.
DERIVED = {"level", "radiates_to"}
DECLINED = "prefer-not-to-say"


def tapped():
    """The record that was tapped in the demo."""
    return json.loads(TAPPED.read_text(encoding="utf-8"))


def hostile(text):
    """The tapped record with the text wherever a text may stand."""
    record = tapped()
    record["note"] = text
    record["atlas"] = text[:64]
    record[f"x{text[:64]}"] = {text[:64]: [text]}
    for mark in record["marks"]:
        mark["note"] = text
    record["marks"][0]["id"] = "-1.e5"
    record["marks"][1]["id"] = "2026-10-05"
    record["marks"][1]["since"] = "2026-10"
    return record


def generate(program, *options):
    """Synthetic records."""
    command = [program, "generate", "--seed", "11", "--count", str(GENERATED), *options]
    lines = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return [json.loads(line) for line in lines.splitlines()]


def everything(program):
    """All records with their names."""
    named = [("tapped", tapped())]
    named += [(f"generated-{number}", record) for number, record in enumerate(generate(program), 1)]
    named += [(f"examined-{number}", record) for number, record in enumerate(generate(program, "--clinician"), 1)]
    named += [(f"hostile-{number}", hostile(text)) for number, text in enumerate(HOSTILE, 1)]
    named += [("untouched", {"format": "painmap/1", "recorded": "2026-11-22T09:30:00Z"})]
    return named


def rows(record, number, file):
    """What the table must say of the record: a row for each mark, or one without."""
    marks = record.get("marks", [])
    about = {name: None for name in COLUMNS}
    about |= {
        "record": str(number),
        "file": file,
        "line": number,
        "recorded": record.get("recorded"),
        "figure": record.get("figure", "neutral"),
        "atlas": record.get("atlas"),
        "shown": [f"{each['view']}:{each['crop']}" for each in record.get("shown", [])] or None,
        "no_pain": True if record.get("noPain") else None,
        "marks": len(marks),
        "record_note": record.get("note"),
    }
    about |= history(record.get("history", {}))
    if not marks:
        return [about]
    return [about | of_mark(mark, place) for place, mark in enumerate(marks, 1)]


def of_mark(mark, place):
    """What the table must say of a mark."""
    radiation = mark.get("radiation", [])
    found = mark.get("findings", {})
    if mark["kind"] == "spot":
        x, y = mark["at"]
        outline = None
    else:
        outline = mark["outline"]
        # The middle of the box, to the unit.
        x, y = ((min(axis) + max(axis)) / 2 for axis in zip(*outline))
    return {
        "mark": place,
        "mark_id": mark["id"],
        "by": mark.get("by"),
        "kind": mark["kind"],
        "view": mark["view"],
        "x": x,
        "y": y,
        "radius": mark.get("radius"),
        "outline": outline and compact(outline),
        "side": mark["place"]["side"],
        "regions": mark["place"]["regions"],
        "intensity": mark.get("intensity"),
        "worst_intensity": mark.get("worstIntensity"),
        "qualities": mark.get("qualities") or None,
        "depth": mark.get("depth"),
        "provoked_by": mark.get("provokedBy") or None,
        "course": mark.get("course"),
        "since": mark.get("since"),
        "radiations": len(radiation),
        "radiates_to": [] if radiation else None,
        "radiation": compact([path_of(each) for each in radiation]) if radiation else None,
        "note": mark.get("note"),
        "taut_band": found.get("tautBand"),
        "nodule": found.get("nodule"),
        "hypersensitive_spot": found.get("hypersensitiveSpot"),
        "referred_pain": found.get("referredPain"),
        "local_twitch": found.get("localTwitch"),
        "recognised": found.get("recognised"),
        "pressure_threshold_kpa": found.get("pressurePainThresholdKpa"),
    }


def path_of(radiation):
    return {name: radiation[name] for name in ("view", "path", "intensity") if name in radiation}


def compact(value):
    return json.dumps(value, separators=(",", ":"))


def history(told):
    """What the table must say of the history."""

    def answered(name, say=str):
        answer = told.get(name)
        return [DECLINED] if answer == DECLINED else answer and [say(each) for each in answer] or answer

    def sign(name):
        return {True: "yes", False: "no"}.get(told.get("signs", {}).get(name), told.get("signs", {}).get(name))

    def tried(relief):
        return f"{relief['what']}:{relief['helped']}" if "helped" in relief else relief["what"]

    return {
        "worsening": sign("worsening"),
        "keeps_awake": sign("keepsAwake"),
        "deep_muscle_pain": sign("deepMusclePain"),
        "persistent_spot": sign("persistentSpot"),
        "aggravators": answered("aggravators"),
        "relief": answered("relief", tried),
        "treated_by": answered("treatedBy"),
        "treatments": answered("treatments"),
    }


def differs(name, wanted, found):
    """Whether a typed cell is not what the record says; derived cells need only be of their kind."""
    if name in DERIVED:
        kind = COLUMNS[name]
        is_kind = found is None or isinstance(found, list if kind == LIST else str)
        return not is_kind or (name == "radiates_to" and (wanted is None) != (found is None))
    if name in ("x", "y") and wanted is not None:
        return not isinstance(found, int) or abs(found - wanted) > 0.5
    if isinstance(wanted, bool) or isinstance(found, bool):
        return found is not wanted
    return found != wanted or type(found) is not type(wanted)
