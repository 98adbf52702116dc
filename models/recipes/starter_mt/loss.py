"""Cross-entropy over the vocabulary, whole or sampled."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from .config import BOS, PAD
from .network import Network


def candidates(wanted: Tensor, size: int, sampled: int) -> tuple[Tensor, Tensor, Tensor]:
    """The pieces in ``wanted`` and some others: ids, the places of ``wanted`` among them, corrections of their scores.

    The others are drawn evenly and weighted by the inverse of their chance to be drawn, so that the soft-max's sum is
    estimated without bias (Bengio & Senecal 2008); the frequent pieces are in ``wanted`` and exact.
    """
    others = torch.randint(size, (sampled,), device=wanted.device)
    chosen, place = torch.unique(torch.cat([wanted, others]), return_inverse=True)
    chance = 1 - (1 - 1 / size) ** sampled
    correction = torch.full((len(chosen),), -math.log(chance), device=wanted.device)
    correction[place[: len(wanted)]] = 0.0
    return chosen, place[: len(wanted)], correction


def batch_loss(network: Network, source: Tensor, target: Tensor, smoothing: float, sampled: int) -> Tensor:
    """Mean loss in nats for each target piece.

    With ``sampled`` > 0 the soft-max runs over the pieces in the batch and at most so many others: a third less work on
    a processor. Without, padding is scored as well and left out of the mean, so that a graphics processor never waits
    to learn how much there is.
    """
    start = torch.full_like(target[:, :1], BOS)
    features, weight = network(source, torch.cat([start, target[:, :-1]], 1)), network.embedding.weight
    if not sampled:
        scores = (features @ weight.t()).flatten(0, 1)
        return functional.cross_entropy(scores.float(), target.flatten(), label_smoothing=smoothing, ignore_index=PAD)
    real = target != PAD
    chosen, wanted, correction = candidates(target[real], weight.shape[0], sampled)
    scores = features[real] @ weight[chosen].t() + correction
    return functional.cross_entropy(scores.float(), wanted, label_smoothing=smoothing)
