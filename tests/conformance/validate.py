"""Reads FHIR bundles with fhir.resources, an independent model of R4B and R5.

Usage: validate.py FOLDER. Each *.r4.json is read as R4B (which has R4's Observation, DocumentReference and
QuestionnaireResponse), each *.r5.json as R5. To know that the models would refuse something, each bundle is
also read with faults put into it.
"""

import json
import sys
from pathlib import Path

from fhir.resources.bundle import Bundle as BundleR5
from fhir.resources.R4B.bundle import Bundle as BundleR4B
from pydantic import ValidationError

MODELS = {"r4": BundleR4B, "r5": BundleR5}


def faults(bundle):
    """The bundle with one fault at a time: each must be refused."""
    changes = [
        lambda resource: resource.pop("status"),
        lambda resource: resource.update(painLevel=7),
    ]
    if bundle["entry"][0]["resource"]["resourceType"] == "Observation":
        changes += [
            lambda observation: observation.pop("code"),
            lambda observation: observation.update(effectiveDateTime="last week"),
            lambda observation: observation.update(valueCodeableConcept="pain"),
        ]
    for change in changes:
        broken = json.loads(json.dumps(bundle))
        change(broken["entry"][0]["resource"])
        yield broken


def fails(model, bundle):
    """What the model has against the bundle; nothing where it takes it."""
    try:
        model.model_validate(bundle)
    except ValidationError as error:
        return str(error)
    return None


def main():
    folder = Path(sys.argv[1])
    counts = {}
    wrong = []
    for path in sorted(folder.glob("*.json")):
        release = path.suffixes[-2].removeprefix(".")
        model = MODELS[release]
        bundle = json.loads(path.read_text(encoding="utf-8"))
        reason = fails(model, bundle)
        if reason:
            wrong.append(f"{path.name}: {reason}")
        for number, broken in enumerate(faults(bundle)):
            if not fails(model, broken):
                wrong.append(f"{path.name}: fault {number} was not noticed")
        counts[release] = counts.get(release, 0) + 1
    for line in wrong:
        print(line)
    for release, count in counts.items():
        print(f"fhir.resources: {count} {release} bundles read")
    sys.exit(bool(wrong) or set(counts) != set(MODELS))


if __name__ == "__main__":
    main()
