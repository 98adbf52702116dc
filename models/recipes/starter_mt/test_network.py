"""Tests of the network, its loss and its conversion; they need torch and ctranslate2."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
ctranslate2 = pytest.importorskip("ctranslate2")

from .config import BOS, EOS, PAD, Config  # noqa: E402
from .convert import specification  # noqa: E402
from .distil import greedy  # noqa: E402
from .loss import batch_loss  # noqa: E402
from .network import Network  # noqa: E402

SMALL = Config(vocabulary=40, width=32, inner=64, heads=4, encoder_layers=2, decoder_layers=2, dropout=0.0)
PIECES = ["<unk>", "<s>", "</s>", "<pad>", *(f"p{index}" for index in range(4, 40))]


def network() -> Network:
    torch.manual_seed(5)
    made = Network(**SMALL.model)
    for weight in made.parameters():  # no zero biases, or a swapped one would go unseen
        if weight.dim() == 1:
            weight.data += 0.3 * torch.randn_like(weight)
    return made.eval()


def test_padding_changes_nothing() -> None:
    source, target = torch.tensor([[4, 5, 6, EOS]]), torch.tensor([[9, 8, EOS]])
    padded = [torch.nn.functional.pad(side, (0, 3), value=3) for side in (source, target)]
    made = network()
    short, long = (batch_loss(made, *sides, 0.0, 0).item() for sides in ((source, target), padded))
    assert short == pytest.approx(long)


def test_sampled_loss_is_near_the_whole_one() -> None:
    made = network()
    source, target = torch.randint(4, 40, (30, 9)), torch.randint(4, 12, (30, 9))
    whole = batch_loss(made, source, target, 0.0, 0).item()
    sampled = [batch_loss(made, source, target, 0.0, 20).item() for _ in range(50)]
    assert sum(sampled) / 50 == pytest.approx(whole, abs=0.1)


def test_converted_model_gives_the_same_scores(tmp_path: Path) -> None:
    made, source, target = network(), [7, 4, 5, 30, EOS], [9, 8, 21, EOS]
    spec = specification({name: value.numpy() for name, value in made.state_dict().items()}, SMALL.model)
    spec.register_source_vocabulary(PIECES)
    spec.register_target_vocabulary(PIECES)
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = "<s>"
    spec.validate()
    spec.save(str(tmp_path))
    translator = ctranslate2.Translator(str(tmp_path), device="cpu", compute_type="float32")
    names = [[PIECES[piece] for piece in side[:-1]] for side in (source, target)]
    theirs = translator.score_batch([names[0]], [names[1]])[0].log_probs
    with torch.no_grad():
        scores = made(torch.tensor([source]), torch.tensor([[BOS, *target[:-1]]])) @ made.embedding.weight.t()
    ours = scores.log_softmax(-1)[0, range(len(target)), target]
    assert theirs == pytest.approx(ours.tolist(), abs=1e-4)


def test_greedy_output_is_what_the_scores_say_step_by_step() -> None:
    torch.manual_seed(29)  # one of few whose output ends after some pieces
    made = Network(**SMALL.model).eval()
    for weight in made.parameters():
        weight.data += (0.3 if weight.dim() == 1 else 0.2) * torch.randn_like(weight)
    source = torch.tensor([[4, 5, 6, EOS], [7, EOS, PAD, PAD], [30, 31, 32, EOS]])
    outputs = greedy(made, source)
    assert any(outputs)
    for row, output in zip(source, outputs, strict=True):
        target = [BOS]
        while len(target) < 2 * len(row) + 10 and target[-1] != EOS:
            scores = made(row[row != PAD][None], torch.tensor([target]))[0, -1] @ made.embedding.weight.t()
            scores[[0, BOS, PAD]] = -torch.inf
            target.append(int(scores.argmax()))
        assert output == (target[1:-1] if target[-1] == EOS else [])
