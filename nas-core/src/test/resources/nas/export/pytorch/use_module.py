"""Imports a winner's file, writes what its functions say of a table, and tells what numpy reads of its weights."""

import csv
import importlib.util
import math
import sys

import numpy as np
import torch

script, table, encoded = sys.argv[1:]
specification = importlib.util.spec_from_file_location("winner", script)
winner = importlib.util.module_from_spec(specification)
specification.loader.exec_module(winner)

with np.load(script[:-3] + ".npz") as arrays:
    for name in arrays.files:
        print(name, arrays[name].dtype, list(arrays[name].shape))

with open(table, encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
inputs = winner.encode(rows)
inputs.numpy().tofile(encoded)
assert inputs.dtype == torch.float32


def number_of(row, column):
    if type(column).__name__ != "Number":
        return row[column.name]
    text = winner.cell_text(row[column.name])
    return math.nan if text is None else np.float64(text)


numbers = [{column.name: number_of(row, column) for column in winner.COLUMNS} for row in rows]
assert torch.equal(winner.encode(numbers), inputs), "numbers and NaN are as good as texts"

nothing = {column.name: None for column in winner.COLUMNS}
words = {column.name: winner.MISSING[0] for column in winner.COLUMNS}
assert torch.equal(winner.encode([nothing]), winner.encode([words])), "None is missing"

network = winner.load()
assert not network.training
assert winner.predict(rows, network) == winner.predict(rows)
assert winner.predict([]) == []
assert len(winner.predict(rows[:1])) == 1
print(sorted(winner.predict(rows[:1])[0]))
