"""Says whether two executed notebooks tell the same.

usage: compare.py COMMITTED EXECUTED         fails if cells, kinds of outputs, words or figures differ
       compare.py --clean EXECUTED OUT       writes a notebook without what is different at every execution

Figures may differ by what another processor rounds otherwise; of the names in a table, so many as hang on such figures.
"""

import html
import json
import re
import sys

NUMBER = re.compile(r"[-\u2212+]?\d[\d,]*\.?\d*(?:e[-+]?\d+)?")
RELATIVE, ABSOLUTE, WORDS = 0.05, 0.03, 0.6


def cells(file):
    with open(file, encoding="utf-8") as source:
        return json.load(source)["cells"]


def text(output):
    """What a reader reads of an output: of a drawing, its description."""
    if output["output_type"] == "stream":
        return "".join(output["text"])
    page = "".join(output["data"].get("text/html", output["data"].get("text/plain", "")))
    page = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    drawn = re.findall(r"<desc[^>]*>(.*?)</desc>", page, flags=re.S)
    return html.unescape(" ".join(drawn) if drawn else re.sub(r"<[^>]*>", "\n", page))


def outputs(cell):
    """Lines printed one after the other are one output, however the kernel cut them."""
    merged = []
    for output in cell["outputs"]:
        kind = output["output_type"]
        if kind == "stream" and merged and merged[-1][0] == "stream":
            merged[-1] = (kind, merged[-1][1] + text(output))
        else:
            merged.append((kind, text(output)))
    return merged


def value(number):
    return float(number.replace(",", "").replace("\u2212", "-"))


def differences(before, after):
    """Sentences about two texts that do not tell the same."""
    old, new = NUMBER.findall(before), NUMBER.findall(after)
    words_old = [word for word in re.split(r"\s*\n\s*", NUMBER.sub("#", before)) if word]
    words_new = [word for word in re.split(r"\s*\n\s*", NUMBER.sub("#", after)) if word]
    if len(words_old) != len(words_new):
        yield f"{len(words_old)} lines became {len(words_new)}"
        return
    same = sum(a == b for a, b in zip(words_old, words_new))
    if words_old and same < WORDS * len(words_old):
        yield f"only {same} of {len(words_old)} lines are the same"
    if same == len(words_old):
        for a, b in zip(old, new):
            if abs(value(a) - value(b)) > ABSOLUTE + RELATIVE * abs(value(a)):
                yield f"{a} became {b}"


def main():
    if sys.argv[1] == "--clean":
        with open(sys.argv[2], encoding="utf-8") as source:
            notebook = json.load(source)
        for cell in notebook["cells"]:
            cell["metadata"] = {}
        with open(sys.argv[3], "w", encoding="utf-8") as target:
            json.dump(notebook, target, indent=1, ensure_ascii=False)
            target.write("\n")
        return
    committed, executed = cells(sys.argv[1]), cells(sys.argv[2])
    problems = []
    for number, (before, after) in enumerate(zip(committed, executed)):
        if before["cell_type"] != "code":
            continue
        told, tells = outputs(before), outputs(after)
        if [kind for kind, _ in told] != [kind for kind, _ in tells]:
            problems.append(f"cell {number}: outputs {[kind for kind, _ in told]} became {[kind for kind, _ in tells]}")
            continue
        for (_, old), (_, new) in zip(told, tells):
            problems += [f"cell {number}: {sentence}" for sentence in differences(old, new)]
    count = sum(len(cell["outputs"]) for cell in committed if cell["cell_type"] == "code")
    if not count:
        problems.append("the committed notebook has no outputs: notebook/run makes them")
    if problems:
        print("the notebook does not come out as it is committed; look, then notebook/run", *problems, sep="\n  ")
        sys.exit(1)
    print(f"the notebook: {len(committed)} cells, {count} outputs as committed")


if __name__ == "__main__":
    main()
