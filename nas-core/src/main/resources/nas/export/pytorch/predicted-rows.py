import csv
import io
import itertools
import re

import torch

LONGEST_CELL = 1 << 24


def trimmed(lines, delimiter, quote):
    """Yields lines without the blanks around cells in quotes, which csv.reader would take for text."""
    blanks = "[" + " \t".replace(delimiter, "") + "]*"
    d, q = re.escape(delimiter), re.escape(quote)
    quoted = re.compile(f"(^|{d}){blanks}({q}[^{q}]*(?:{q}{q}[^{q}]*)*)({q}|\\Z){blanks}")
    is_open = False
    for line in lines:
        if quote in line:
            # Of what is before the cell, the cell and its closing quote, the last is empty where it goes on below.
            parts = quoted.split(quote + line if is_open else line)
            line = "".join(parts)[is_open:]
            is_open = len(parts) > 1 and not parts[-2]
        yield line


def numbered(rows, name):
    """Yields each row that is not blank, and before it the place where it begins, such as rows.csv:3."""
    place = f"{name}:1"
    try:
        for row in rows:
            if len(row) > 1 or "".join(row).strip():
                yield place, row
            place = f"{name}:{rows.line_num + 1}"
    except (csv.Error, UnicodeDecodeError) as error:
        raise ValueError(f"{place}: must be CSV in UTF-8, but is not: {error}") from None


def checked_names(place, header):
    """Returns the names of a table's columns."""
    if not header:
        raise ValueError(f"{place}: table must begin with the names of its columns, but is empty")
    names = [name.strip(BLANKS) or f"c{number}" for number, name in enumerate(header, 1)]
    first = {}
    for number, name in enumerate(names, 1):
        if first.setdefault(name, number) < number:
            also = f"{name[:60]!r} is also column {first[name]}"
            raise ValueError(f"{place}:{number}: column names must differ, but {also}")
    missing = [repr(column.name) for column in COLUMNS if column.name not in first]
    if missing:
        raise ValueError(f"{place}: table must have the columns {', '.join(missing)}, but has not")
    return names


def placed_inputs(place, names, row):
    """Returns the network's inputs for a row, as a list; what is wrong with it is told with its place."""
    if len(row) != len(names):
        raise ValueError(f"{place}: row must have {len(names)} cells, but has {len(row)}")
    try:
        return row_inputs(dict(zip(names, row)))
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from None


@torch.no_grad()
def predicted_lines(file, name, delimiter, quote):
    """Yields the lines of a table with what is predicted at their ends; holds one batch of them at a time."""
    csv.field_size_limit(LONGEST_CELL)
    winner = load()
    text = trimmed(io.TextIOWrapper(file, encoding="utf-8-sig", newline=""), delimiter, quote)
    rows = numbered(csv.reader(text, delimiter=delimiter, quotechar=quote, strict=True), name)
    place, header = next(rows, (f"{name}:1", []))
    names = checked_names(place, header)
    yield csv_line(header + HEADINGS, delimiter, quote)
    for batch in iter(lambda: list(itertools.islice(rows, BATCH)), []):
        inputs = tensor(placed_inputs(place, names, row) for place, row in batch)
        for (_, row), answer in zip(batch, answers(winner(inputs))):
            yield csv_line(row + cells(answer), delimiter, quote)
