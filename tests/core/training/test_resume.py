"""Which run a training is: what makes it another one, and where it goes on."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from toy_rasters import quadrants, write

from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.resume import run_state_of
from clusternet_qgis.core.training.train import train

OPTIONS = TrainOptions(network="unet_same", width=4, clusters=4, epochs=0, tile_size=32, device="cpu")


@pytest.fixture
def inputs(tmp_path: Path) -> TrainInputs:
    return TrainInputs((write(tmp_path / "a.tif", quadrants(32, 32)),))


@pytest.mark.parametrize("changed", [{"seed": 1}, {"epochs": 3}, {"memory_mb": 4096}, {"device": "auto"}])
def test_options_that_change_the_result_make_another_run(inputs: TrainInputs, changed: dict[str, object]) -> None:
    key, other = (run_state_of(inputs, options, "", "").key for options in (OPTIONS, replace(OPTIONS, **changed)))
    assert (key == other) == (set(changed) <= {"memory_mb", "device"})


def test_other_inputs_make_another_run(inputs: TrainInputs, tmp_path: Path) -> None:
    key = run_state_of(inputs, OPTIONS, "", "").key
    assert run_state_of(replace(inputs, bands=(1, 2)), OPTIONS, "", "").key != key
    write(tmp_path / "a.tif", quadrants(40, 32))
    assert run_state_of(inputs, OPTIONS, "", "").key != key


def test_a_model_that_is_continued_is_where_the_run_begins(inputs: TrainInputs, tmp_path: Path) -> None:
    initial = str(tmp_path / "initial.cnet")
    model = train(inputs, OPTIONS, initial)
    state = run_state_of(inputs, OPTIONS, initial, "")
    assert state.model is not None
    assert state.initial_model == state.model.fingerprint() == model.fingerprint()
    assert not state.interrupted
    assert run_state_of(inputs, OPTIONS, "", "").key != state.key


def test_an_interrupted_run_goes_on_and_the_time_between_does_not_count(inputs: TrainInputs, tmp_path: Path) -> None:
    output = str(tmp_path / "m.cnet")
    model = train(inputs, OPTIONS, output)
    assert not run_state_of(inputs, OPTIONS, "", output).interrupted, "the run has ended"
    key = model.card["run"]["key"]
    entry = {**model.history[-1], "epoch": 2, "seconds": 100.0}
    cut_off = replace(model, history=(entry,), card={**model.card, "run": {"key": key, "ended": False}})
    cluster_model.save(cut_off, output)
    state = run_state_of(inputs, OPTIONS, "", output)
    assert (state.interrupted, state.epochs_done) == (True, 2)
    assert time.monotonic() - state.started == pytest.approx(100, abs=30)
    assert not run_state_of(inputs, replace(OPTIONS, seed=5), "", output).interrupted


@pytest.mark.parametrize("keep", [0, 1, 100, 0.5, -1], ids=str)
def test_what_is_no_model_is_set_aside_with_a_sentence(inputs: TrainInputs, tmp_path: Path, keep: float) -> None:
    output, said = tmp_path / "m.cnet", list[str]()
    train(inputs, OPTIONS, str(output))
    whole = output.read_bytes()
    damaged = whole[: int(keep * len(whole)) if 0 < keep < 1 else int(keep)]
    output.write_bytes(damaged)
    train(inputs, OPTIONS, str(output), progress=Progress(say=said.append))
    (sentence,) = (text for text in said if "damaged" in text)
    assert sentence.endswith(f"The training begins anew; what lay there is kept as {tmp_path / 'm.cnet.damaged'}.")
    assert (tmp_path / "m.cnet.damaged").read_bytes() == damaged
    assert cluster_model.load(output).history
