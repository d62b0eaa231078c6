"""Writes a root file system as an image in OCI's layout: the same files give the same digest on any day and computer.

usage: oci.py ROOTFS FOLDER --version V --revision R --created SECONDS --name NAME [--command WORD]

Layers, so that what seldom changes is seldom sent: Java and C, libraries, the program. Prints the digest of the manifest.
"""
import argparse
import datetime
import gzip
import hashlib
import io
import json
import os
import pathlib
import platform
import stat
import tarfile

OWNED = {"var/lib/osusume"}  # by the user that runs
USER = 65532


def files(root):
    """All files of a folder in one fixed order, folders before what is in them."""
    for folder, folders, names in os.walk(root):
        folders.sort()
        here = pathlib.Path(folder)
        if here != root:
            yield here
        for name in sorted(names + [name for name in folders if (here / name).is_symlink()]):
            yield here / name


def layer(root, chosen):
    """One layer as bytes of a tar file, without times, names or numbers of this computer."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path in files(root):
            name = path.relative_to(root).as_posix()
            if not chosen(name):
                continue
            info = tar.gettarinfo(path, name)
            info.mtime = 1  # what the cache of the JVM remembers of each jar
            info.uid = info.gid = USER if name in OWNED else 0
            info.uname = info.gname = ""
            info.pax_headers = {}
            if info.isreg():
                info.type = tarfile.REGTYPE  # hard links are files of their own
                info.size = path.stat().st_size
                info.mode = stat.S_IMODE(info.mode)
                with path.open("rb") as content:
                    tar.addfile(info, content)
            else:
                tar.addfile(info)
    return made.getvalue()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rootfs", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    for name in ("version", "revision", "name"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--created", required=True, type=int)

    parser.add_argument("--command", default="serve")
    asked = parser.parse_args()
    blobs = asked.folder / "blobs" / "sha256"
    blobs.mkdir(parents=True)

    def keep(content, media):
        digest = hashlib.sha256(content).hexdigest()
        (blobs / digest).write_bytes(content)
        return {"mediaType": media, "digest": f"sha256:{digest}", "size": len(content)}

    program = "opt/osusume"
    parts = [
        ("Java and the libraries of C", lambda name: not name.startswith(program)),
        ("libraries", lambda name: name.startswith(program) and not own(name)),
        ("Osusume", lambda name: name.startswith(program) and own(name) and not name.endswith(".aot")),
        ("what the JVM learnt", lambda name: name.endswith(".aot")),
    ]

    def own(name):
        return name.endswith((".aot", ".args", ".yaml", ".json")) or "/lib/osusume-" in name

    layers, diffs, history = [], [], []
    created = datetime.datetime.fromtimestamp(asked.created, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    for title, chosen in parts:
        tar = layer(asked.rootfs, chosen)
        if title == parts[-1][0] and not (asked.rootfs / "opt/osusume/osusume.aot").exists():
            continue
        diffs.append("sha256:" + hashlib.sha256(tar).hexdigest())
        layers.append(keep(gzip.compress(tar, 6, mtime=0), "application/vnd.oci.image.layer.v1.tar+gzip"))
        history.append({"created": created, "created_by": "deploy/bin/image", "comment": title})
    labels = {
        "org.opencontainers.image.title": asked.name,
        "org.opencontainers.image.description": "A hybrid anime recommender",
        "org.opencontainers.image.licenses": "Apache-2.0",
        "org.opencontainers.image.version": asked.version,
        "org.opencontainers.image.revision": asked.revision,
        "org.opencontainers.image.created": created,
    }
    start = ["/opt/java/bin/java", "@/opt/osusume/java.args"]
    aot = ["-XX:AOTCache=/opt/osusume/osusume.aot", "-Xlog:aot=off", "-Xlog:cds=off"]
    if (asked.rootfs / "opt/osusume/osusume.aot").exists():
        start += aot
    config = {
        "created": created,
        "architecture": {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()],
        "os": "linux",
        "config": {
            "User": f"{USER}:{USER}",
            "Env": ["PATH=/opt/java/bin", "LANG=C.UTF-8", "HOME=/tmp", "OSUSUME_CONFIG=/opt/osusume/config/osusume.yaml",
                    "OSUSUME_PATHS_ARTIFACTS=/var/lib/osusume"],
            "Entrypoint": [*start, "io.osusume.app.Main"],
            "Cmd": [asked.command],
            "WorkingDir": "/var/lib/osusume",
            "ExposedPorts": {"8080/tcp": {}, "9464/tcp": {}},
            "Volumes": {"/var/lib/osusume": {}},
            "Labels": labels,
            "StopSignal": "SIGTERM",
            # read by Docker and Podman; Kubernetes has probes of its own
            "Healthcheck": {"Test": ["CMD", *start, "io.osusume.app.Main", "health"], "Interval": 10_000_000_000,
                            "Timeout": 5_000_000_000, "StartPeriod": 60_000_000_000, "Retries": 3},
        },
        "rootfs": {"type": "layers", "diff_ids": diffs},
        "history": history,
    }
    encoded = json.dumps(config, separators=(",", ":")).encode()
    manifest = {
        "schemaVersion": 2,
        "mediaType": "application/vnd.oci.image.manifest.v1+json",
        "config": keep(encoded, "application/vnd.oci.image.config.v1+json"),
        "layers": layers,
        "annotations": labels,
    }
    described = keep(json.dumps(manifest, separators=(",", ":")).encode(), "application/vnd.oci.image.manifest.v1+json")
    described["annotations"] = {"org.opencontainers.image.ref.name": asked.version}
    (asked.folder / "oci-layout").write_text('{"imageLayoutVersion":"1.0.0"}', encoding="utf-8")
    index = {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json", "manifests": [described]}
    (asked.folder / "index.json").write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")
    sizes = ", ".join(f"{title} {part['size'] / 1e6:.1f} MB" for (title, _), part in zip(parts, layers, strict=False))
    total = sum(part["size"] for part in layers)
    print(f"{described['digest']} {total} bytes compressed ({sizes})")


main()
