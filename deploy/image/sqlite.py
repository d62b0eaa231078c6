"""Takes SQLite's library for this system out of its jar, and those of all systems away from it.

usage: sqlite.py sqlite-jdbc.jar FOLDER
"""
import pathlib
import platform
import sys
import zipfile

jar, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
machine = {"x86_64": "x86_64", "aarch64": "aarch64"}[platform.machine()]
wanted = f"org/sqlite/native/Linux/{machine}/libsqlitejdbc.so"
smaller = jar.with_suffix(".new")
with zipfile.ZipFile(jar) as old, zipfile.ZipFile(smaller, "w") as new:
    (folder / "libsqlitejdbc.so").write_bytes(old.read(wanted))
    for name in old.namelist():
        if name.startswith("org/sqlite/native/") or name.endswith("/"):
            continue
        entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        new.writestr(entry, old.read(name))
smaller.replace(jar)
