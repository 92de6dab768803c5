from typing import NamedTuple


class Flag(NamedTuple):
    """One of two texts: 0 or 1; anything else lies between them."""

    name: str
    off: str
    on: str

    def inputs(self, cell):
        return [0.0 if cell == self.off else 1.0 if cell == self.on else 0.5]
