import torch


def gelu(x):
    """An approximation of the Gaussian error linear unit, with which this network was trained."""
    return x * torch.sigmoid(1.702 * x)
