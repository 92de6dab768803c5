class Levels:
    """One of several texts: 1 for the one at hand, else 0; likewise for all other texts, and for a missing one."""

    def __init__(self, name, levels, other=False, missing=False):
        self.name = name
        self.width = len(levels) + other + missing
        self.positions = {level: position for position, level in enumerate(levels)}
        self.positions[None] = self.width - 1 if missing else None
        self.other = len(levels) if other else None

    def inputs(self, cell):
        inputs = [0.0] * self.width
        position = self.positions.get(cell, self.other)
        if position is not None:
            inputs[position] = 1.0
        return inputs
