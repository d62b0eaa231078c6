"""Fails when a library on the class path of the program has no line in THIRD-PARTY-NOTICES.md.

usage: check_notices.py app/target/lib
"""
import pathlib
import re
import sys

notices = {
    (row[0], row[1])
    for line in pathlib.Path("THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and len(row := [cell.strip() for cell in line.strip("|").split("|")]) == 4
}
jars = sorted(pathlib.Path(sys.argv[1]).glob("*.jar"))
missing = []
for jar in jars:
    if jar.name.startswith("osusume-"):
        continue
    stem = jar.name.removesuffix(".jar")
    if not any(stem == f"{name}-{version}" or re.fullmatch(re.escape(f"{name}-{version}-") + r"[a-z0-9_-]+", stem)
               for name, version in notices):
        missing.append(jar.name)
print(f"{len(jars)} libraries, {len(missing)} without a notice" + "".join(f"\n  {name}" for name in missing))
sys.exit(1 if missing or not jars else 0)
