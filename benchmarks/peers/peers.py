"""The peers on a given split: implicit's ALS, item kNN and BPR, EASE in numpy, and popularity.

usage: peers.py SPLIT.csv[.gz] [--part test|validation] [--json OUT]

SPLIT has user_id,anime_id,rating,part. Models learn from the rows of part train alone; a held-out user's folded-in
items are taken out of the ranking and all other titles of the file are ranked. NDCG@n has binary gain, discount
1/log2(rank + 1) and the ideal over min(n, held-out); Recall@n is hits over min(n, held-out).
"""
import argparse
import csv
import gzip
import json
import time

import numpy as np
import scipy.sparse as sp


def read(path, part):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        rows = [(int(r["user_id"]), int(r["anime_id"]), r["part"]) for r in csv.DictReader(file)]
    items = {item: k for k, item in enumerate(sorted({row[1] for row in rows}))}

    def matrix(name):
        chosen = [row for row in rows if row[2] == name]
        users = {user: k for k, user in enumerate(sorted({row[0] for row in chosen}))}
        shape = (len(users), len(items))
        return sp.csr_matrix(
            (np.ones(len(chosen), np.float32), ([users[r[0]] for r in chosen], [items[r[1]] for r in chosen])), shape)

    return matrix("train"), matrix(f"{part}-fold-in"), matrix(f"{part}-held-out")


def metrics(scores, fold_in, held_out):
    scores = scores.astype(np.float32, copy=True)
    scores[fold_in.nonzero()] = -np.inf
    top = np.argsort(-scores, axis=1, kind="stable")[:, :100]
    discount = 1 / np.log2(np.arange(2, 102))
    values = {"ndcg@10": [], "ndcg@100": [], "recall@20": [], "recall@50": [], "mrr": []}
    for user in range(len(top)):
        wanted = held_out.indices[held_out.indptr[user]:held_out.indptr[user + 1]]
        hit = np.isin(top[user], wanted)
        for n in (10, 100):
            values[f"ndcg@{n}"].append((hit[:n] * discount[:n]).sum() / discount[:min(n, len(wanted))].sum())
        for n in (20, 50):
            values[f"recall@{n}"].append(hit[:n].sum() / min(n, len(wanted)))
        first = np.flatnonzero(hit)
        values["mrr"].append(1 / (first[0] + 1) if len(first) else 0.0)
    result = {name: float(np.mean(each)) for name, each in values.items()}
    result["coverage@10"] = len(np.unique(top[:, :10])) / scores.shape[1]
    return result


def ease(train, fold_in, regularization=100.0):
    gram = (train.T @ train).toarray().astype(np.float64)
    gram[np.diag_indices_from(gram)] += regularization
    inverse = np.linalg.inv(gram)
    weights = inverse / -np.diag(inverse)
    np.fill_diagonal(weights, 0)
    return np.asarray(fold_in @ weights)


def als(train, fold_in, factors, alpha, regularization):
    from implicit.als import AlternatingLeastSquares

    model = AlternatingLeastSquares(factors=factors, alpha=alpha, regularization=regularization, iterations=15,
                                    random_state=1)
    model.fit(train, show_progress=False)
    users = model.recalculate_user(np.arange(fold_in.shape[0]), fold_in)
    return users @ model.item_factors.T


def knn(train, fold_in, neighbours):
    from implicit.nearest_neighbours import CosineRecommender

    model = CosineRecommender(K=neighbours)
    model.fit(train, show_progress=False)
    return (fold_in @ model.similarity).toarray()


def bpr(train, fold_in):
    """BPR has no fold-in: the held-out users' folded-in rows are trained on too."""
    from implicit.bpr import BayesianPersonalizedRanking

    model = BayesianPersonalizedRanking(factors=128, iterations=100, random_state=1)
    model.fit(sp.vstack([train, fold_in]).tocsr(), show_progress=False)
    return model.user_factors[train.shape[0]:] @ model.item_factors.T


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split")
    parser.add_argument("--part", choices=("test", "validation"), default="test")
    parser.add_argument("--json")
    arguments = parser.parse_args()
    train, fold_in, held_out = read(arguments.split, arguments.part)
    counts = np.asarray(train.sum(0))
    models = {
        "popularity": lambda: np.repeat(counts, fold_in.shape[0], axis=0),
        "implicit cosine K=5": lambda: knn(train, fold_in, 5),
        "implicit BPR 128": lambda: bpr(train, fold_in),
        "implicit ALS 128": lambda: als(train, fold_in, 128, 1, 10),
        "implicit ALS 512": lambda: als(train, fold_in, 512, 2, 20),
        "EASE 100 (numpy)": lambda: ease(train, fold_in),
    }
    results = []
    print(f"{'model':22}{'NDCG@10':>9}{'NDCG@100':>10}{'Recall@20':>11}{'Recall@50':>11}{'MRR':>8}{'cov@10':>8}{'s':>8}")
    for name, scores in models.items():
        start = time.perf_counter()
        found = metrics(scores(), fold_in, held_out)
        seconds = time.perf_counter() - start
        results.append({"name": name, "metrics": found, "seconds": seconds})
        print(f"{name:22}{found['ndcg@10']:9.4f}{found['ndcg@100']:10.4f}{found['recall@20']:11.4f}"
              f"{found['recall@50']:11.4f}{found['mrr']:8.4f}{found['coverage@10']:8.3f}{seconds:8.1f}", flush=True)
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump({"part": arguments.part, "models": results}, file, indent=2)


if __name__ == "__main__":
    main()
