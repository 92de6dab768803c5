import itertools
import math
import numbers

import numpy as np
import torch

# As where the network was trained: every blank but those that join words.
BLANKS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2008\u2009\u200a\u2028\u2029\u205f\u3000"
)


def cell_text(value):
    """Returns the text of a cell, without blanks around it, or None where it is missing."""
    if value is None:
        return None
    if not isinstance(value, (str, bool)) and isinstance(value, numbers.Real):
        value = float(value)
        if math.isnan(value):
            return None
        value = int(value) if value.is_integer() else value
    text = str(value).strip(BLANKS)
    return None if text in MISSING else text


WIDTH = sum(len(column.inputs(None)) for column in COLUMNS)


def row_inputs(row):
    """Returns the network's inputs for a row, as a list."""
    return [number for column in COLUMNS for number in column.inputs(cell_text(row[column.name]))]


def tensor(inputs):
    """Returns the inputs of rows as one tensor, float32 [rows, inputs]."""
    numbers_of_all = itertools.chain.from_iterable(inputs)
    return torch.from_numpy(np.fromiter(numbers_of_all, dtype=np.float32).reshape(-1, WIDTH))


def encode(rows):
    """Returns the network's inputs, float32 [rows, inputs]; a row is a dict from column name to text or number."""
    return tensor(map(row_inputs, rows))


@torch.no_grad()
def predict(rows, winner=None):
    """Returns what the network says of each row; load it once and hand it in where this is called often."""
    winner = winner or load()
    return answers(winner(encode(rows)))
