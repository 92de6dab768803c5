from typing import NamedTuple


class Output(NamedTuple):
    """A number to predict, and how it was standardised."""

    name: str
    mean: float
    deviation: float

    def value(self, standardised):
        return standardised * self.deviation + self.mean
