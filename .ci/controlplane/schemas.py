"""Makes the schemas that kubeconform reads from what a kube-apiserver says of itself, custom resources included.

usage: schemas.py openapi.json FOLDER      (the answer of /openapi/v2)
"""
import json
import pathlib
import sys

definitions = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))["definitions"]
folder = pathlib.Path(sys.argv[2])


def strict(schema):
    """A name that is not described is an error; what may be a number or a word may be both."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: ({name: strict(part) for name, part in value.items()} if key == "properties" else strict(value))
            for key, value in schema.items()}
    if made.get("format") == "int-or-string" or made.get("x-kubernetes-int-or-string"):
        return {"type": ["string", "integer"]}
    if "properties" in made and "additionalProperties" not in made \
            and not made.get("x-kubernetes-preserve-unknown-fields"):
        made["additionalProperties"] = False
    reference = made.get("$ref", "")
    if reference.startswith("#/"):
        made["$ref"] = "all.json" + reference
    return made


named = {name: strict(schema) for name, schema in definitions.items()}
quantity = "io.k8s.apimachinery.pkg.api.resource.Quantity"
named[quantity] = {"type": ["string", "number"]}
(folder / "all.json").write_text(json.dumps({"definitions": named}), encoding="utf-8")
kinds = 0
for name, schema in definitions.items():
    for kind in schema.get("x-kubernetes-group-version-kind", []):
        if kind["kind"].endswith(("List", "Options", "WatchEvent")) or kind["kind"] == "Status":
            continue
        file = "-".join(part for part in (kind["kind"], kind["group"], kind["version"]) if part).lower() + ".json"
        (folder / file).write_text(json.dumps({"$ref": f"all.json#/definitions/{name}"}), encoding="utf-8")
        kinds += 1
print(f"{kinds} kinds")
