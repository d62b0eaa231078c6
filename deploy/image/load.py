"""Asks a server for pages and recommendations without a pause until a file appears; counts what came.

usage: load.py ADDRESS CLIENTS FILE        status 1 if a single answer was not 200
"""
import collections
import http.client
import pathlib
import sys
import threading
import time
import urllib.parse

address, clients, end = urllib.parse.urlsplit(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])
counts, failures, lock = collections.Counter(), [], threading.Lock()
ASKED = [
    ("GET", "/", None),
    ("GET", "/recommendations?pick=1&pick=5", None),
    ("POST", "/api/v1/recommendations?n=5", '[{"itemId": 1, "score": 9}, {"itemId": 5}]'),
    ("GET", "/api/v1/search?q=a", None),
]


def ask(number):
    connection, turn = None, number
    while not end.exists():
        method, path, body = ASKED[turn % len(ASKED)]
        turn += 1
        try:
            connection = connection or http.client.HTTPConnection(address.hostname, address.port, timeout=20)
            connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
            answer = connection.getresponse()
            answer.read()
            status = answer.status
            if answer.will_close:
                connection.close()
                connection = None
        except (OSError, http.client.HTTPException) as broken:
            status, connection = repr(broken), None
        time.sleep(0.01)
        with lock:
            counts[status] += 1
            if status != 200:
                failures.append(f"{method} {path}: {status}")


threads = [threading.Thread(target=ask, args=(number,)) for number in range(clients)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
asked = sum(counts.values())
print(f"{asked} requests, {len(failures)} failed" + "".join(f"\n  {line}" for line in failures[:20]))
sys.exit(1 if failures or asked < 50 else 0)
