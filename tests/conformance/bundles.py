"""FHIR bundles as fhir.resources reads them: what their resources say is what the record says."""

import json

from fhir.resources.bundle import Bundle as BundleR5
from fhir.resources.R4B.bundle import Bundle as BundleR4B

MODELS = {"r4": BundleR4B, "r5": BundleR5}
BASE = "http://painmap.invalid/fhir"
LOINC = "http://loinc.org"
#: The sides of SNOMED CT; the midline has no verified code.
SIDES = {"7771000": "left", "24028007": "right", "51440002": "bilateral"}


def codes(concept):
    """The codes of a concept, each with the end of its system's address."""
    return {(coding.system.removeprefix(f"{BASE}/CodeSystem/"), coding.code) for coding in (concept and concept.coding) or []}


def components(observation, system, code):
    return [each for each in observation.component or [] if (system, code) in codes(each.code)]


def extension(element, name):
    """The members of one of our extensions, by their names."""
    for each in element.extension or []:
        if each.url == f"{BASE}/StructureDefinition/{name}":
            return {member.url: member for member in each.extension}
    return {}


def value(member, kind):
    return getattr(member, f"value{kind}") if member else None


def points(text):
    return [[int(number) for number in pair.split(",")] for pair in text.split(" ")] if text else None


def side_of(concept):
    return next((SIDES[code] for _, code in codes(concept) if code in SIDES), "midline")


def of_mark(observation):
    """What the Observation of a mark says, in the words of a record."""
    told = extension(observation, "mark")

    def rating(system, code):
        found = components(observation, system, code)
        return found[0].valueInteger if found else None

    def words(name):
        held = [each.valueCodeableConcept for each in observation.component or []]
        return sorted({code for concept in held for system, code in codes(concept) if system == name})

    side = components(observation, LOINC, "111795-1")
    since = components(observation, "question", "since")
    paths = [extension(each, "radiation") for each in components(observation, "question", "radiation")]
    return {
        "id": value(told.get("id"), "String"),
        "by": value(told.get("by"), "Code"),
        "view": value(told.get("view"), "Code"),
        "at": [value(told.get(axis), "Integer") for axis in "xy"] if "x" in told else None,
        "radius": value(told.get("radius"), "Integer"),
        "outline": points(value(told.get("outline"), "String")),
        "intensity": rating(LOINC, "72514-3"),
        "worstIntensity": rating("question", "worst-intensity"),
        "qualities": words("quality"),
        "depth": words("depth"),
        "provokedBy": words("provocation"),
        "course": words("course"),
        "since": str(since[0].valueDateTime)[:4] if since else None,
        "radiation": [(value(path["view"], "Code"), points(value(path["path"], "String"))) for path in paths],
        "side": side_of(side[0].valueCodeableConcept) if side else None,
    }


def expected(mark):
    return {
        "id": mark["id"],
        "by": mark.get("by"),
        "view": mark["view"],
        "at": mark.get("at"),
        "radius": mark.get("radius"),
        "outline": mark.get("outline"),
        "intensity": mark.get("intensity"),
        "worstIntensity": mark.get("worstIntensity"),
        "qualities": sorted(mark.get("qualities", [])),
        "depth": [mark["depth"]] if "depth" in mark else [],
        "provokedBy": sorted(mark.get("provokedBy", [])),
        "course": [mark["course"]] if "course" in mark else [],
        "since": mark["since"][:4] if "since" in mark else None,
        "radiation": [(each["view"], each["path"]) for each in mark.get("radiation", [])],
        "side": mark["place"]["side"],
    }


def check_bundle(name, release, text, record):
    """What is wrong with a bundle of the record."""
    try:
        bundle = MODELS[release].model_validate_json(text)
    except ValueError as error:
        return [f"{name}: {error}"]
    faults = []
    by_urn = {entry.fullUrl: entry.resource for entry in bundle.entry}
    panel = bundle.entry[0].resource
    members = [by_urn[link.reference] for link in panel.hasMember or []]
    marks = [each for each in members if extension(each, "mark")]
    for observation, mark in zip(marks, record.get("marks", []), strict=False):
        if release == "r5":
            place = by_urn[observation.bodyStructure.reference].includedStructure[0]
            if side_of(place.laterality) != mark["place"]["side"]:
                faults.append(f"{name}: the BodyStructure of {mark['id']} is on another side")
        found, right = of_mark(observation), expected(mark)
        faults += [f"{name}: {part} is {found[part]} and not {right[part]}" for part in right if found[part] != right[part]]
        # The patient's marks name exactly one reporter, an examiner's nobody who was not named.
        if mark.get("by") != "clinician" and [each.reference for each in observation.performer] != ["Patient/17"]:
            faults.append(f"{name}: performers of {mark['id']}")
    if len(marks) != len(record.get("marks", [])):
        faults.append(f"{name}: {len(marks)} marks and not {len(record.get('marks', []))}")
    absent = [each for each in members if (LOINC, "111551-8") in codes(each.code)]
    if bool(absent) != record.get("noPain", False):
        faults.append(f"{name}: no pain")
    forms = [each for each in by_urn.values() if each.__class__.__name__ == "QuestionnaireResponse"]
    if len(forms) != ("history" in record):
        faults.append(f"{name}: {len(forms)} histories")
    documents = [each for each in by_urn.values() if each.__class__.__name__ == "DocumentReference"]
    attached = {each.content[0].attachment.contentType: each.content[0].attachment for each in documents}
    # The model has decoded the attachment.
    if json.loads(attached["application/json"].data) != written(record):
        faults.append(f"{name}: the attached record is another")
    return faults


def written(record):
    """The record with what painmap says by itself."""
    return {"figure": "neutral", "marks": []} | record
