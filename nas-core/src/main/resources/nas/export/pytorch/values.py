HEADINGS = [f"prediction_{output.name}" for output in OUTPUTS]


def answers(outputs):
    """Returns the numbers that are predicted for each row, by their names."""
    return [
        {"prediction": {output.name: output.value(x) for output, x in zip(OUTPUTS, row)}}
        for row in outputs.tolist()
    ]


def cells(answer):
    """Returns what stands below the headings."""
    return [str(value) for value in answer["prediction"].values()]
