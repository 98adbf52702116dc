"""Cross-entropy over the vocabulary, whole or sampled."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from .config import BOS, PAD
from .network import Network


def batch_loss(network: Network, source: Tensor, target: Tensor, smoothing: float, sampled: int) -> tuple[Tensor, int]:
    """Mean loss in nats for each target piece, and the number of pieces.

    With ``sampled`` > 0 the soft-max runs over the pieces in the batch and about that many others, drawn log-uniformly
    (SentencePiece orders its pieces by frequency): a third less work on a processor.
    """
    start = torch.full_like(target[:, :1], BOS)
    features = network(source, torch.cat([start, target[:, :-1]], 1))
    real = target != PAD
    features, wanted = features[real], target[real]
    weight = network.embedding.weight
    if sampled:
        size = weight.shape[0]
        others = torch.exp(torch.rand(sampled, device=target.device) * math.log(size)).long().clamp(max=size - 1)
        chosen, place = torch.unique(torch.cat([wanted, others]), return_inverse=True)
        weight, wanted = weight[chosen], place[: len(wanted)]
    scores = features @ weight.t()
    return functional.cross_entropy(scores.float(), wanted, label_smoothing=smoothing), len(wanted)
