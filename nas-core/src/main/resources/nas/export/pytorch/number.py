import math
import re
from typing import NamedTuple

DECIMAL = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")


class Number(NamedTuple):
    """A number, standardised and kept within bounds; then, with an indicator, 1 where it is missing, else 0."""

    name: str
    fill: float
    mean: float
    deviation: float
    least: float
    most: float
    indicator: bool = False

    def inputs(self, cell):
        value = self.fill if cell is None else self.parsed(cell)
        standardised = (value - self.mean) / self.deviation
        bounded = min(max(standardised, self.least), self.most)
        return [bounded, float(cell is None)] if self.indicator else [bounded]

    def parsed(self, cell):
        value = float(cell) if DECIMAL.fullmatch(cell) else math.nan
        if not math.isfinite(value):
            raise ValueError(f"column {self.name!r} must be a finite number, but was {cell[:60]!r}")
        return value
