"""Holds README.md's table of quality against the committed report, or prints the table.

usage: check_readme.py           fails when a line of the table is not in README.md
       check_readme.py --print   prints the table
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
if "--print" in sys.argv:
    print("\n".join(lines))
    sys.exit(0)
readme = pathlib.Path("README.md").read_text(encoding="utf-8").splitlines()
missing = [line for line in lines if line not in readme]
print(f"README: {len(lines)} lines of the table, {len(missing)} not as in the report" + "".join(f"\n  {m}" for m in missing))
sys.exit(1 if missing else 0)
