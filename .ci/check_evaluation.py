"""Holds the evaluation on the real data against the figures that the project promises.

usage: check_evaluation.py evaluation.json
"""
import json
import sys

EXPECTED = {  # model: (lowest, highest) NDCG@10 on the test users
    "popularity": (0.1822, 0.1832),
    "item-knn": (0.41, 1.0),
    "ease": (0.533, 0.537),
    "edlae": (0.585, 0.596),
    "als": (0.505, 1.0),
}

with open(sys.argv[1], encoding="utf-8") as file:
    report = json.load(file)
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
sys.exit(1 if failures else 0)
