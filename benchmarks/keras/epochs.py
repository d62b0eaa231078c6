"""The original net in Keras, one epoch for every line on standard input.

usage: epochs.py rows.i32 users items threads

rows.i32 holds user, item and rating of 0 to 10 of every row as little-endian 32-bit integers. The answer to a line is
"seconds cpu-seconds loss peak-bytes". The net, its settings and its mistakes are those of the system this project
replaces: all rows, unscored ones as the worst rating, the last 1,000 after a shuffle for validation.
"""
import os
import resource
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf
import keras
from keras import layers

rows_file, users, items, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
tf.config.threading.set_intra_op_parallelism_threads(threads)
keras.utils.set_random_seed(43)

rows = np.fromfile(rows_file, dtype="<i4").reshape(-1, 3)
rows = rows[np.random.default_rng(43).permutation(len(rows))]
target = (rows[:, 2] / 10).astype("float64")
train, test = slice(0, len(rows) - 1000), slice(len(rows) - 1000, None)

user = layers.Input(name="user", shape=[1])
anime = layers.Input(name="anime", shape=[1])
user_embedding = layers.Embedding(name="user_embedding", input_dim=users, output_dim=128)(user)
anime_embedding = layers.Embedding(name="anime_embedding", input_dim=items, output_dim=128)(anime)
x = layers.Dot(name="dot_product", normalize=True, axes=2)([user_embedding, anime_embedding])
x = layers.Flatten()(x)
x = layers.Dense(1, kernel_initializer="he_normal")(x)
x = layers.BatchNormalization()(x)
x = layers.Activation("sigmoid")(x)
model = keras.Model(inputs=[user, anime], outputs=x)
model.compile(loss="binary_crossentropy", metrics=["mae", "mse"], optimizer=keras.optimizers.Adam(learning_rate=1e-5))

print("keras", keras.__version__, "tensorflow", tf.__version__, "ready", flush=True)
for _ in sys.stdin:
    wall, cpu = time.perf_counter(), time.process_time()
    history = model.fit(
        x=[rows[train, 0], rows[train, 1]],
        y=target[train],
        batch_size=10_000,
        epochs=1,
        verbose=0,
        validation_data=([rows[test, 0], rows[test, 1]], target[test]),
    )
    seconds, used = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(f"{seconds:.4f} {used:.4f} {history.history['loss'][0]:.6f} {peak}", flush=True)
