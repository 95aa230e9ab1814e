"""REDCap: the data dictionary against REDCap's own rules, and the values against the dictionary and the records.

The rules are those of REDCap's help on data dictionaries and data import: 18 columns in a fixed order; variable names
of lower-case letters, digits and underscores that begin with a letter, at most 26 characters; known field types and
validations; choices as `code, label | code, label`; a checkbox has a column `field___code` for each choice.
"""

import csv
import re

from records import COLUMNS, DECLINED, FLAG, LIST, WHOLE, differs
from tables import documented_unguard

HEADER = [
    "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
    "Choices, Calculations, OR Slider Labels", "Field Note", "Text Validation Type OR Show Slider Number",
    "Text Validation Min", "Text Validation Max", "Identifier?", "Branching Logic (Show field only if...)",
    "Required Field?", "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name", "Matrix Ranking?",
    "Field Annotation",
]  # fmt: skip
TYPES = {"text", "notes", "calc", "dropdown", "radio", "checkbox", "yesno", "truefalse", "file", "slider", "descriptive"}
CHOOSING = {"dropdown", "radio", "checkbox"}
VALIDATIONS = {"", "integer", "number", "date_ymd", "datetime_ymd", "time", "email", "phone", "zipcode"}
#: Names that REDCap keeps for itself.
RESERVED = {"redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance", "redcap_data_access_group"}
NAME = re.compile(r"[a-z]([a-z0-9_]*[a-z0-9])?")
CODE = re.compile(r"[a-z0-9_]+")


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def choices(field):
    """The codes of a field with their labels."""
    text = field["Choices, Calculations, OR Slider Labels"]
    return dict(choice.strip().split(", ", 1) for choice in text.split("|")) if text else {}


def check_dictionary(path):
    fields = read(path)
    faults = [] if list(fields[0]) == HEADER else ["dictionary: other columns"]
    names = [field["Variable / Field Name"] for field in fields]
    forms = [field["Form Name"] for field in fields]
    if len(set(names)) != len(names) or RESERVED & set(names):
        faults.append("dictionary: a name stands twice or is REDCap's own")
    if len([form for form, before in zip(forms, [None, *forms]) if form != before]) != len(set(forms)):
        faults.append("dictionary: the fields of a form stand apart")
    if fields[0]["Field Type"] != "text" or names[0] != "record_id":
        faults.append("dictionary: the first field does not name the record")
    for name, field in zip(names, fields):
        kind, validation = field["Field Type"], field["Text Validation Type OR Show Slider Number"]
        limits = (field["Text Validation Min"], field["Text Validation Max"])
        found = choices(field)
        for fault, is_so in {
            "has a name that REDCap refuses": not NAME.fullmatch(name) or len(name) > 26 or "__" in name,
            "is of an unknown type": kind not in TYPES,
            "has no label": not field["Field Label"].strip(),
            "has choices, or lacks them": bool(found) != (kind in CHOOSING),
            "has a code that REDCap refuses": any(not CODE.fullmatch(code) or len(code) > 100 for code in found),
            "has an unknown validation": validation not in VALIDATIONS or (validation and kind != "text"),
            "has limits without a validation": any(limits) and not validation,
            "has limits that are no numbers": any(limit and not re.fullmatch(r"-?\d+", limit) for limit in limits),
            "is an identifier in other words": field["Identifier?"] not in ("", "y"),
            "has markup in its label": re.search(r"[<>]", field["Field Label"] + field["Field Note"]),
            "has a column name that is too long": any(len(f"{name}___{code}") > 100 for code in found),
        }.items():
            if is_so:
                faults.append(f"dictionary: {name} {fault}")
    if {"pm_note", "pm_record_note"} - {name for name, field in zip(names, fields) if field["Identifier?"] == "y"}:
        faults.append("dictionary: notes are no identifiers")
    return faults


def columns(fields):
    """The columns that values for these fields have, in order."""
    names = []
    for field in fields:
        name = field["Variable / Field Name"]
        names += [f"{name}___{code}" for code in choices(field)] if field["Field Type"] == "checkbox" else [name]
    return [names[0], "redcap_repeat_instrument", "redcap_repeat_instance", *names[1:]]


def admits(field, value):
    """Whether REDCap takes a value of a field that is no checkbox."""
    kind = field["Field Type"]
    if kind == "yesno":
        return value in ("0", "1")
    if kind in CHOOSING:
        return value in choices(field)
    if field["Text Validation Type OR Show Slider Number"] == "integer":
        least, most = (field[f"Text Validation {end}"] for end in ("Min", "Max"))
        is_whole = re.fullmatch(r"-?\d+", value)
        return bool(is_whole) and not (least and int(value) < int(least)) and not (most and int(value) > int(most))
    return "\n" not in value


def said(name, field, row, unguard):
    """The value of a table's column that the row tells, and whether REDCap would take it."""
    if field["Field Type"] == "checkbox":
        flags = {code: row[f"{field['Variable / Field Name']}___{code}"] for code in choices(field)}
        if set(flags.values()) == {""}:
            return None, True
        chosen = [code.replace("_", "-") for code, flag in flags.items() if flag == "1"]
        return [] if chosen == ["none"] else chosen, set(flags.values()) <= {"0", "1"}
    value = row[field["Variable / Field Name"]]
    if value == "":
        return None, True
    is_good = admits(field, value)
    if COLUMNS[name] == WHOLE:
        return int(value), is_good
    if COLUMNS[name] == FLAG:
        return value == "1", is_good
    if COLUMNS[name] == LIST:
        return [] if value == "none" else value.split("|"), is_good
    return value.replace("_", "-") if field["Field Type"] == "radio" else unguard(value), is_good


def check_values(dictionary, path, wanted):
    """The values fit the dictionary and say what the records say. `wanted` has the table's rows of each record."""
    fields = read(dictionary)
    rows = read(path)
    unguard = documented_unguard()
    faults = [] if list(rows[0]) == columns(fields) else ["redcap: columns that the dictionary does not give"]
    by_name = {field["Variable / Field Name"].removeprefix("pm_"): field for field in fields[1:]}
    if set(by_name) != set(COLUMNS) - {"record", "file", "line"}:
        faults.append("redcap: the dictionary has not the table's columns")
    left = iter(rows)
    for number, right in enumerate(wanted, 1):
        marks = [row for row in right if row["mark"] is not None]
        for place, expected in enumerate([right[0], *marks]):
            row = next(left)
            repeat = ["painmap_mark", str(place)] if place else ["", ""]
            if [row[name] for name in list(row)[:3]] != [str(number), *repeat]:
                faults.append(f"redcap, record {number}: is not instance {place}")
            form = "painmap_mark" if place else "painmap_record"
            for name, field in by_name.items():
                value, is_good = said(name, field, row, unguard)
                mine = field["Form Name"] == form
                right_value = expected[name] if mine else None
                # An empty text looks like none; what was chosen has no order.
                right_value = None if right_value == "" else right_value
                if isinstance(value, list) and field["Field Type"] == "checkbox" and right_value:
                    value, right_value = sorted(value), sorted(right_value)
                if not is_good or (differs(name, right_value, value) if mine else value is not None):
                    faults.append(f"redcap, record {number}.{place}, {name}: {value!r:.60} and not {right_value!r:.60}")
    if next(left, None):
        faults.append("redcap: more rows than marks")
    if not any(row[f"pm_aggravators___{DECLINED.replace('-', '_')}"] == "1" for row in rows):
        faults.append("redcap: no record declines to answer")
    return faults
