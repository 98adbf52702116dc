"""One command from the corpora to the CTranslate2 folder: ``python -m models.recipes.starter_mt --help``."""

from __future__ import annotations

import argparse
from pathlib import Path

from .config import Config

STAGES = ("prepare", "spm", "train", "average", "convert", "evaluate")
MORE_STAGES = ("distil",)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m models.recipes.starter_mt", description=__doc__)
    add = parser.add_argument
    add("--corpora", type=Path, help="folder with en-XX.tsv and dev/ (stage prepare)")
    add("--work", type=Path, required=True, help="folder for prepared text, states and log; made if absent")
    add("--out", type=Path, help="folder for the model (stages convert, evaluate)")
    add("--stages", default=",".join(STAGES), help="some of %(default)s, or distil; by default all")
    add("--device", default="cpu", choices=("cpu", "cuda"))
    add("--threads", type=int, default=2, help="processor threads for training")
    add("--minutes", type=float, default=0, help="stop training after so long; 0: never")
    add("--steps", type=int, default=0, help="stop training at this step; 0: never")
    add("--teacher", action="store_true", help="train the larger network that distil needs (stages train, average)")
    add("--cool-share", type=float, default=0, help="cool down over this last share of the time or steps")
    add("--begin-with", type=Path, help="weights (an averaged.pt) that a new run starts from")
    add("--cooldown-steps", type=int, default=0, help="branch off the last state and bring the rate to zero")
    add("--average", type=int, default=0, help="weight files to average; default 1 after a cool-down, else 8")
    add("--version", default="0.2.0", help="version to write into starter.json")
    add("--set", nargs="*", default=[], metavar="KEY=VALUE", help="change a setting of config.py")
    return parser.parse_args()


def trunk(args: argparse.Namespace) -> Path:
    """Folder of the run."""
    work: Path = args.work
    return work / ("teacher" if args.teacher else "run")


def do_train(args: argparse.Namespace, config: Config) -> bool:
    """Stage train; false when a signal stopped it, and what follows must wait."""
    import torch

    from .train import Deadline, cool_down, train

    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    torch.set_float32_matmul_precision("high")
    if args.cooldown_steps:
        return cool_down(args.work, trunk(args), config, args.device, Deadline(args.minutes, 0), args.cooldown_steps)
    deadline = Deadline(args.minutes, args.steps, args.cool_share)
    return train(args.work, trunk(args), config, args.device, deadline, args.begin_with)


def cooled(folder: Path) -> Path:
    """The cool-down branched off the run in ``folder`` if there is one, else the run itself."""
    return folder / "cool" if (folder / "cool" / "state.pt").exists() else folder


def do_convert(args: argparse.Namespace, config: Config, stages: set[str]) -> None:
    """Stages average and convert."""
    folder = cooled(trunk(args))
    if "average" in stages:
        from .average import average
        average(folder, args.average or (1 if folder.name == "cool" or args.cool_share else 8))
    if "convert" in stages:
        from .convert import convert
        convert(folder / "averaged.pt", args.work / "prep", args.out, config.languages)


def main() -> None:
    """Run the wanted stages in order."""
    args = arguments()
    stages = set(args.stages.split(","))
    if unknown := stages - {*STAGES, *MORE_STAGES}:
        raise SystemExit(f"unknown stages: {', '.join(sorted(unknown))}")
    base = Config().for_cuda() if args.device == "cuda" else Config()
    config = (base.for_teacher() if args.teacher else base).override(args.set)
    if "prepare" in stages:
        from .prepare import prepare
        prepare(args.corpora, args.work, config)
    if "spm" in stages:
        from .vocabulary import train_vocabulary
        train_vocabulary(args.work, config)
    if "distil" in stages:
        from .distil import distil
        distil(args.work, cooled(args.work / "teacher") / "averaged.pt", config, args.device, args.minutes)
    if "train" in stages and not do_train(args, config):
        return
    if stages & {"average", "convert"}:
        do_convert(args, config, stages)
    if "evaluate" in stages:
        from .evaluate import evaluate
        evaluate(args.work / "prep", args.out, config, args.version)


if __name__ == "__main__":
    main()
