import gzip
import sys

BATCH = 1000


def opened(path):
    """Returns the bytes of a file, or of standard input where none is named; those of gzip are unpacked."""
    file = open(path, "rb") if path else sys.stdin.buffer
    return gzip.open(file) if file.peek(2)[:2] == b"\x1f\x8b" else file


def csv_line(cells, delimiter=",", quote='"'):
    """Returns a line of CSV; csv.writer would leave a lone carriage return without quotes."""
    special = {delimiter, quote, "\r", "\n"}
    return delimiter.join(
        cell if special.isdisjoint(cell) else quote + cell.replace(quote, 2 * quote) + quote for cell in cells
    ) + "\n"
