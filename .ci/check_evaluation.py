"""Holds the evaluation on the real data against the figures that the project promises.

usage: check_evaluation.py evaluation.json [--without MODEL]
"""
import json
import sys

EXPECTED = {  # model: (lowest, highest) NDCG@10 on the test users
    "popularity": (0.1822, 0.1832),
    "item-knn": (0.41, 1.0),
    "ease": (0.533, 0.537),
    "edlae": (0.592, 0.602),
    "net-ranking": (0.40, 1.0),
    "content": (0.37, 1.0),
    "hybrid": (0.630, 1.0),
    "als": (0.505, 1.0),
}

SLICES = {  # model: (slice, lowest, highest NDCG@10); cuts are drawn anew, franchises may improve
    "ease": [
        ("list-5", 0.213, 0.243),
        ("list-10", 0.258, 0.288),
        ("list-20", 0.346, 0.376),
        ("sequel-free", 0.316, 0.331),
    ],
    "hybrid": [("list-5", 0.32, 1.0), ("list-10", 0.37, 1.0), ("list-20", 0.46, 1.0), ("sequel-free", 0.35, 1.0)],
    "popularity": [("sequel-free", 0.143, 0.151)],
}
BANDS = {
    "ease": [("tail", 0.040, 0.042), ("middle", 0.220, 0.224), ("head", 0.485, 0.489)],
    "hybrid": [("tail", 0.11, 1.0), ("head", 0.4774, 1.0)],
}  # Recall@20

with open(sys.argv[1], encoding="utf-8") as file:
    report = json.load(file)
if sys.argv[2:]:
    if len(sys.argv) != 4 or sys.argv[2] != "--without":
        sys.exit(__doc__)
    del EXPECTED[sys.argv[3]]
found = {model["name"]: model for model in report["models"]}
failures = 0
for name, (low, high) in EXPECTED.items():
    if name not in found:
        print(f"{name}: missing from the report")
        failures += 1
        continue
    value = found[name]["metrics"]["ndcg@10"]["mean"]
    good = low <= value <= high
    failures += not good
    print(f"{name}: NDCG@10 {value:.4f}, promised {low} to {high}: {'ok' if good else 'FAILED'}")
for wanted, key, metric in ((SLICES, "slices", "ndcg@10"), (BANDS, "bands", "recall@20")):
    for name, bounds in wanted.items():
        for part, low, high in bounds:
            found_part = found.get(name, {}).get(key, {}).get(part, {})
            value = found_part.get("metrics", found_part).get(metric, {}).get("mean")
            good = value is not None and low <= value <= high
            failures += not good
            shown = "missing" if value is None else f"{value:.4f}"
            print(f"{name}: {part} {metric} {shown}, promised {low} to {high}: {'ok' if good else 'FAILED'}")
sys.exit(1 if failures else 0)
