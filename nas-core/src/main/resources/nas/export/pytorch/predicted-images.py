import struct

import numpy as np


def image_batches(file, name):
    """Yields the images of an IDX file, batch by batch: the number of the first one, and their bytes."""
    header = file.read(16)
    if len(header) < 16 or header[:4] != b"\0\0\x08\x03":
        raise ValueError(f"{name}: must be an IDX file of images, but is not")
    count, height, width = struct.unpack(">3I", header[4:])
    if height * width != PIXELS:
        raise ValueError(f"{name}: images must have {PIXELS} pixels, but have {height} x {width}")
    for first in range(0, count, BATCH):
        size = min(BATCH, count - first) * PIXELS
        data = file.read(size)
        if len(data) < size:
            raise ValueError(f"{name}: must hold {count} images, but ends before")
        yield first, np.frombuffer(data, dtype=np.uint8).reshape(-1, PIXELS)


def predicted_lines(file, name):
    """Yields a line of CSV for each image, which are numbered from 0; holds one batch of them at a time."""
    winner = load()
    yield csv_line(["image"] + HEADINGS)
    for first, images in image_batches(file, name):
        for number, answer in enumerate(predict(images, winner), first):
            yield csv_line([str(number)] + cells(answer))
