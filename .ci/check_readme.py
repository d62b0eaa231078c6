"""Holds README.md's tables of quality against the committed reports, or prints the tables.

usage: check_readme.py           fails when a line of the tables is not in README.md
       check_readme.py --print   prints the tables
"""
import json
import pathlib
import sys

report = json.loads(pathlib.Path("docs/results/mal-5000-test.json").read_text(encoding="utf-8"))


def seconds(value):
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.1f} s"


lines = ["| model | NDCG@10 [95% interval] | NDCG@100 | Recall@20 | Recall@50 | MRR | coverage@10 | training |",
         "|---|---|---|---|---|---|---|---|"]
for model in report["models"]:
    metrics = model["metrics"]
    best = metrics["ndcg@10"]
    rest = " | ".join(f"{metrics[name]['mean']:.4f}" for name in ("ndcg@100", "recall@20", "recall@50", "mrr"))
    lines.append(f"| `{model['name']}` | {best['mean']:.4f} [{best['low']:.3f}, {best['high']:.3f}] | {rest} "
                 f"| {metrics['coverage@10']['mean']:.3f} | {seconds(model['trainSeconds'])} |")
def mean(part):
    return f"{part['mean']:.3f}" if part else "–"


lengths = ("list-5", "list-10", "list-20", "list-50", "list-100")
lines += ["| model | " + " | ".join(name.replace("list-", "") + " titles" for name in lengths)
          + " | without sequels | Recall@20 tail | middle | head |", "|---|" + "---|" * 9]
for model in report["models"]:
    cells = [mean(model["slices"].get(name, {}).get("metrics", {}).get("ndcg@10")) for name in (*lengths, "sequel-free")]
    cells += [mean(model["bands"][name]["recall@20"]) for name in ("tail", "middle", "head")]
    lines.append(f"| `{model['name']}` | " + " | ".join(cells) + " |")

movielens = json.loads(pathlib.Path("docs/results/ml-1m.json").read_text(encoding="utf-8"))
lines += ["| MovieLens-1M | Recall@20 | NDCG@20 |", "|---|---|---|"]
for model in [*movielens["models"], {**movielens["published"], "name": movielens["published"]["name"] + ", as published"}]:
    lines.append(f"| {model['name']} | {model['recall@20']:.4f} | {model['ndcg@20']:.4f} |")

if "--print" in sys.argv:
    print("\n".join(lines))
    sys.exit(0)
readme = pathlib.Path("README.md").read_text(encoding="utf-8").splitlines()
missing = [line for line in lines if line not in readme]
print(f"README: {len(lines)} lines of tables, {len(missing)} not as in the reports" + "".join(f"\n  {m}" for m in missing))
sys.exit(1 if missing else 0)
