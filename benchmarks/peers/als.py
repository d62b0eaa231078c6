"""Iterations of implicit's ALS (conjugate gradients, its default of 3 steps), one for each line read.

usage: als.py ROWS USERS ITEMS FACTORS ALPHA REGULARIZATION ITERATIONS THREADS

ROWS holds little-endian int32: USERS + 1 offsets, then the items of all users. Prints "implicit VERSION" when the
rows are read, for each iteration its wall and CPU seconds, and at the end the loss: over all pairs, confidence times
squared error, and the regularization, divided by the number of pairs.
"""
import sys
import time

import implicit
import numpy as np
import scipy.sparse as sp
from implicit.als import AlternatingLeastSquares


def loss(rows, users, items, alpha, regularization):
    pairs = 0.0
    for begin in range(0, rows.shape[0], 4096):
        part = rows[begin:begin + 4096].tocoo()
        score = np.einsum("ij,ij->i", users[begin + part.row], items[part.col], dtype=np.float64)
        pairs += (alpha * (1 - score) ** 2 - score ** 2).sum()
    grams = [(f.T @ f).astype(np.float64) for f in (users, items)]
    squares = sum(np.trace(gram) for gram in grams)
    return (pairs + (grams[0] * grams[1]).sum() + regularization * squares) / rows.shape[0] / rows.shape[1]


def main():
    path, users, items, factors = sys.argv[1], *map(int, sys.argv[2:5])
    alpha, regularization = map(float, sys.argv[5:7])
    iterations, threads = map(int, sys.argv[7:9])
    numbers = np.fromfile(path, "<i4")
    offsets, columns = numbers[:users + 1], numbers[users + 1:]
    rows = sp.csr_matrix((np.ones(len(columns), np.float32), columns, offsets), (users, items))
    cpu = 0.0

    def turn(iteration, seconds, _):
        nonlocal cpu
        print(f"{seconds:.4f} {time.process_time() - cpu:.4f}", flush=True)
        if iteration + 1 < iterations:
            sys.stdin.readline()
        cpu = time.process_time()

    model = AlternatingLeastSquares(factors=factors, alpha=alpha, regularization=regularization, iterations=iterations,
                                    num_threads=threads, random_state=1)
    model.fit_callback = turn
    print(f"implicit {implicit.__version__}", flush=True)
    sys.stdin.readline()
    cpu = time.process_time()
    model.fit(rows, show_progress=False)
    print(f"{loss(rows, model.user_factors, model.item_factors, alpha, regularization):.8f}", flush=True)


if __name__ == "__main__":
    main()
