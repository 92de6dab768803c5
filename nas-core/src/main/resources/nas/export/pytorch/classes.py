HEADINGS = ["prediction"] + [f"probability_{name}" for name in CLASSES]


def answers(outputs):
    """Returns the most probable class of each row, and the probability of every class."""
    return [
        {"prediction": CLASSES[row.argmax()], "probabilities": dict(zip(CLASSES, row.tolist()))}
        for row in outputs.numpy()
    ]


def cells(answer):
    """Returns what stands below the headings."""
    return [answer["prediction"]] + [f"{p:.9g}" for p in answer["probabilities"].values()]
