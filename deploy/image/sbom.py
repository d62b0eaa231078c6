"""What is in an image, as CycloneDX: the libraries Maven knows that were put in, Java, and the libraries of C.

usage: sbom.py bom.json ROOTFS          (bom.json is made by the CycloneDX plugin); writes ROOTFS/opt/osusume/sbom.json
"""
import hashlib
import json
import pathlib
import re
import sys

bom = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
root = pathlib.Path(sys.argv[2])
jars = {path.name for path in (root / "opt/osusume/lib").glob("*.jar")}


def jar(component):
    stem = f"{component['name']}-{component['version']}"
    return next((name for name in jars if name == f"{stem}.jar" or name.startswith(f"{stem}-")), None)


components, named = [], set()
for component in bom["components"]:
    file = jar(component)
    if file:
        named.add(file)
        components.append({**component, "properties": [{"name": "osusume:file", "value": f"/opt/osusume/lib/{file}"}]})
own = {name for name in jars if name.startswith("osusume-")}
missing = jars - named - own
if missing:
    sys.exit(f"sbom: no component of {sys.argv[1]} is {', '.join(sorted(missing))}")
release = dict(re.findall(r'^(\w+)="(.*)"$', (root / "opt/java/release").read_text(encoding="utf-8"), re.MULTILINE))
components.append({"type": "platform", "name": "OpenJDK", "version": release["JAVA_VERSION"],
                   "licenses": [{"expression": "GPL-2.0-only WITH Classpath-exception-2.0"}]})
for library in sorted(path for folder in ("lib", "lib64", "usr/lib") for path in (root / folder).rglob("*.so*")):
    components.append({"type": "library", "name": library.name, "version": "of the base system",
                       "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(library.read_bytes()).hexdigest()}]})
kept = {key: bom[key] for key in ("bomFormat", "specVersion", "version")}
kept["metadata"] = {"component": bom["metadata"]["component"]}
kept["components"] = sorted(components, key=lambda part: (part.get("group", ""), part["name"]))
(root / "opt/osusume/sbom.json").write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")
print(f"sbom: {len(components)} components")
