"""Training without labels, on images whose parts are plain to see."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from toy_rasters import NORTH_UP, pixel_box, quadrants, read, write, write_shapes

from clusternet_qgis.core.clustering.kmeans import normalised_mutual_information
from clusternet_qgis.core.errors import Cancelled, ClusterNetError, ModelError, OptionsError, RasterError
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.model.cluster_model import ClusterModel
from clusternet_qgis.core.networks import NETWORKS
from clusternet_qgis.core.networks.light import LightNetwork
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training import learner
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

# The encoder needs a file.
RUNNABLE = [name for name in NETWORKS if name != "encoder"]

OPTIONS = TrainOptions(network="unet_same", width=4, clusters=4, epochs=2, tile_size=32, batch_size=4, device="cpu")
FOUR = replace(OPTIONS, epochs=4)
pytestmark = pytest.mark.usefixtures("pretrained")
KINDS = [(name, "none") for name in RUNNABLE] + [("unet", "sobel"), ("unet_same", "sobel")]


@pytest.fixture(autouse=True)
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """The images are small, and so are their epochs."""
    monkeypatch.setattr(learner, "_LEAST_STEPS", 1)
    monkeypatch.setattr(LightNetwork, "epoch_steps", 1)


@pytest.fixture
def image(tmp_path: Path) -> str:
    return write(tmp_path / "image.tif", quadrants(64, 64))


def run(path: str, output: Path, options: TrainOptions = OPTIONS, **arguments: object) -> ClusterModel:
    return train(TrainInputs((path,)), options, str(output), **arguments)  # type: ignore[arg-type]


def clusters_of(path: str, model: Path) -> np.ndarray:
    """The cluster raster's values."""
    output = model.with_suffix(".clusters.tif")
    map_raster(path, str(model), MapOutputs(str(output)), MapOptions(device="cpu"))
    return read(output)[0]


def changed(first: np.ndarray, second: np.ndarray) -> float:
    return float((first != second).mean())


def parts(size: int = 64) -> np.ndarray:
    """The parts of `quadrants`."""
    truth = np.zeros((size, size), np.int64)
    truth[: size // 2, size // 2 :] = 1
    truth[size // 2 :, size // 2 :] = 2
    return truth


# --- what comes of it


@pytest.mark.parametrize(("network", "input_filter"), KINDS)
def test_plain_parts_are_told_apart(image: str, tmp_path: Path, network: str, input_filter: str) -> None:
    model = run(image, tmp_path / "m.cnet", replace(OPTIONS, network=network, input_filter=input_filter))
    ids = clusters_of(image, tmp_path / "m.cnet")
    assert model.clusters == 4
    agreement = normalised_mutual_information(ids.ravel().astype(np.int64), parts().ravel())
    assert agreement > (0.6 if input_filter == "none" else 0.15)


@pytest.mark.parametrize("network", [name for name, entry in NETWORKS.items() if entry.learns])
def test_an_image_of_many_patches_trains(tmp_path: Path, network: str) -> None:
    """So many patches are looked at in ONNX Runtime, which must know all that a network or its teacher does."""
    image = write(tmp_path / "large.tif", quadrants(192, 192))
    model = run(image, tmp_path / "m.cnet", replace(OPTIONS, network=network, epochs=1))
    assert model.history[-1]["loss"] is not None


def test_the_model_written_is_the_one_returned(image: str, tmp_path: Path) -> None:
    model = run(image, tmp_path / "m.cnet")
    loaded = cluster_model.load(tmp_path / "m.cnet")
    assert loaded.fingerprint() == model.fingerprint()
    assert loaded.options == OPTIONS
    assert loaded.history == model.history
    assert loaded.card["rasters"] == ["image.tif"]
    assert all(loaded.card["versions"][name][0].isdigit() for name in ("numpy", "torch", "faiss", "gdal"))


def test_clusters_have_the_colours_of_their_pixels_and_keep_them(image: str, tmp_path: Path) -> None:
    model = run(image, tmp_path / "m.cnet")
    ids, pixels = clusters_of(image, tmp_path / "m.cnet").ravel() - 1, read(image).reshape(3, -1)
    assert len(model.colours) == len(set(model.colours)) == 4
    for cluster in np.unique(ids):
        mean = pixels[:, ids == cluster].mean(1)
        assert np.abs(mean - model.colours[cluster]).max() < 25
    other = write(tmp_path / "other.tif", quadrants(64, 64, seed=3)[::-1])
    assert run(other, tmp_path / "n.cnet", initial_model=str(tmp_path / "m.cnet")).colours == model.colours


def test_a_model_without_colours_is_mapped_in_those_of_the_palette(image: str, tmp_path: Path) -> None:
    model = run(image, tmp_path / "m.cnet")
    card = {name: value for name, value in model.card.items() if name != cluster_model.COLOURS}
    cluster_model.save(replace(model, card=card), tmp_path / "old.cnet")
    assert cluster_model.load(tmp_path / "old.cnet").colours == ()
    assert clusters_of(image, tmp_path / "old.cnet").max() <= 4


def test_history_has_one_entry_an_epoch(image: str, tmp_path: Path) -> None:
    model = run(image, tmp_path / "m.cnet")
    assert [entry["epoch"] for entry in model.history] == [0, 1, 2]
    assert model.history[0]["loss"] is None
    for entry in model.history[1:]:
        assert np.isfinite(entry["loss"])
        assert 0 <= entry["changed"] <= 1
        assert 0 <= entry["nmi"] <= 1 + 1e-9
    assert all(sum(entry["sizes"]) == 64 * 64 for entry in model.history)
    assert all(len(entry["sizes"]) == 4 for entry in model.history)


def test_no_cluster_is_empty(image: str, tmp_path: Path) -> None:
    model = run(image, tmp_path / "m.cnet", replace(OPTIONS, clusters=12))
    assert all(min(entry["sizes"]) > 0 for entry in model.history)


def test_ids_keep_their_meaning_from_epoch_to_epoch(image: str, tmp_path: Path) -> None:
    before, after = tmp_path / "before.cnet", tmp_path / "after.cnet"
    run(image, before, replace(OPTIONS, epochs=1))
    run(image, after, replace(OPTIONS, epochs=1), initial_model=str(before))
    assert changed(clusters_of(image, before), clusters_of(image, after)) < 0.2
    assert run(image, tmp_path / "m.cnet", replace(OPTIONS, epochs=3)).history[-1]["changed"] < 0.2


def test_the_seed_decides(image: str, tmp_path: Path) -> None:
    first, again = (run(image, tmp_path / name).fingerprint() for name in ("a.cnet", "b.cnet"))
    assert first == again
    assert run(image, tmp_path / "c.cnet", replace(OPTIONS, seed=1)).fingerprint() != first


def test_no_epochs_only_cluster(image: str, tmp_path: Path) -> None:
    model = run(image, tmp_path / "m.cnet", replace(OPTIONS, epochs=0))
    assert model.epochs_done == 0
    assert len(model.history) == 1
    ids = clusters_of(image, tmp_path / "m.cnet")
    assert normalised_mutual_information(ids.ravel().astype(np.int64), parts().ravel()) > 0.6


def test_fewer_reassignments_are_still_one_entry_an_epoch(image: str, tmp_path: Path) -> None:
    model = run(image, tmp_path / "m.cnet", replace(OPTIONS, epochs=3, reassign=2))
    assert [entry["epoch"] for entry in model.history] == [0, 1, 2, 3]


def test_filling_in_blanks_gets_better(image: str, tmp_path: Path, said: list[str]) -> None:
    options = replace(OPTIONS, pretext="inpainting", epochs=5, batch_size=1, learning_rate=3e-3)
    run(image, tmp_path / "m.cnet", options, progress=Progress(say=said.append))
    errors = [
        float(match[1]) for match in (re.search(r"blanked centres.*error ([\d.]+)", text) for text in said) if match
    ]
    assert len(errors) == 5
    assert min(errors[-2:]) < 0.9 * errors[0]


def test_a_reference_is_scored_and_never_learnt_from(image: str, tmp_path: Path) -> None:
    labels = write(tmp_path / "labels.tif", parts().astype(np.uint8))
    scored = train(TrainInputs((image,), reference=labels), OPTIONS, str(tmp_path / "a.cnet"))
    plain = run(image, tmp_path / "b.cnet")
    assert scored.fingerprint() == plain.fingerprint()
    assert all(0.5 < entry["mean_iou"] <= 1 for entry in scored.history)
    assert "mean_iou" not in plain.history[-1]


def test_progress_rises_to_the_end(image: str, tmp_path: Path, said: list[str]) -> None:
    seen: list[float] = []
    run(image, tmp_path / "m.cnet", progress=Progress(seen.append, said.append))
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(1)
    assert any("Epoch 2 of 2" in sentence for sentence in said)


# --- no data


@pytest.mark.parametrize("poison", [1e30, np.nan])
def test_no_data_never_enters(tmp_path: Path, poison: float) -> None:
    values = quadrants(64, 64).astype(np.float32)
    holes = np.random.default_rng(5).random((64, 64)) < 0.2
    holes[40:] |= np.arange(64) < 20
    models = []
    for name, filler in (("clean", 0.0), ("poisoned", poison)):
        path = write(tmp_path / f"{name}.tif", np.where(holes, np.float32(filler), values), mask=~holes)
        models.append(run(path, tmp_path / f"{name}.cnet"))
        found = clusters_of(path, tmp_path / f"{name}.cnet")
        assert np.array_equal(found != 0, ~holes)
    assert models[0].fingerprint() == models[1].fingerprint()
    assert models[0].stats.pixels == (~holes).sum() == sum(models[0].history[-1]["sizes"])


def test_no_data_is_never_learnt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    learnt: list[int] = []
    real = torch.nn.functional.cross_entropy

    def noting(scores: torch.Tensor, labels: torch.Tensor, *others: object, **named: object) -> torch.Tensor:
        learnt.append(int((labels >= 0).sum()))
        return real(scores, labels, *others, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(torch.nn.functional, "cross_entropy", noting)
    holes = np.random.default_rng(5).random((64, 64)) < 0.3
    path = write(tmp_path / "a.tif", quadrants(64, 64), mask=~holes)
    run(path, tmp_path / "m.cnet", replace(OPTIONS, epochs=1))
    assert 0 < sum(learnt) <= (~holes).sum()


def test_training_stays_inside_the_area(image: str, tmp_path: Path) -> None:
    area = write_shapes(tmp_path / "area.gpkg", [(pixel_box(0, 0, 20, 64), "x")])
    model = train(TrainInputs((image,), area=area), OPTIONS, str(tmp_path / "m.cnet"))
    assert sum(model.history[-1]["sizes"]) == 20 * 64


def test_no_valid_pixel_is_one_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", np.zeros((3, 40, 40), np.uint8), no_data=0)
    with pytest.raises(RasterError, match="no valid pixel to train on"):
        run(path, tmp_path / "m.cnet")
    assert not (tmp_path / "m.cnet").exists()


def test_fewer_valid_pixels_than_clusters_is_one_sentence(tmp_path: Path) -> None:
    values = np.zeros((3, 32, 64), np.uint8)
    values[:, 10, 10:13] = [50, 100, 150]
    path = write(tmp_path / "a.tif", values, no_data=0)
    with pytest.raises(OptionsError, match="There are 3 valid pixels, fewer than the 4 clusters"):
        run(path, tmp_path / "m.cnet")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.tif"]


def test_few_pixels_between_those_that_a_network_looks_at(tmp_path: Path) -> None:
    path = write(tmp_path / "small.tif", quadrants(20, 20))
    light = replace(OPTIONS, network="light", epochs=1)
    assert run(path, tmp_path / "m.cnet", light).clusters == 4, "pseudo-labels may be more than pixels"
    with pytest.raises(OptionsError, match=r"25 valid pixels among every 4th pixel.*fewer than the 30 clusters"):
        run(path, tmp_path / "m.cnet", replace(light, clusters=30))


# --- odd images


def odd_images() -> dict[str, np.ndarray]:
    generator = np.random.default_rng(0)
    halves = np.where(np.arange(48) < 24, 10, 200)[None, None].repeat(48, 1).repeat(3, 0)
    return {
        "one band": quadrants(48, 48, bands=1),
        "twelve bands": quadrants(48, 48, bands=12),
        "two colours": halves.astype(np.uint8),
        "signed": generator.normal(-500, 100, (2, 48, 48)).astype(np.int16),
        "tiny numbers": generator.normal(0, 1e-6, (2, 48, 48)).astype(np.float32),
        "large numbers": generator.normal(1e9, 1e8, (2, 48, 48)).astype(np.float64),
        "a constant band": np.concatenate([quadrants(48, 48, 1), np.full((1, 48, 48), 9, np.uint8)]),
        "smaller than a patch": quadrants(20, 13),
        "one row": quadrants(2, 90)[:, :1],
    }


@pytest.mark.parametrize("name", odd_images())
def test_odd_images_give_a_model_that_works(tmp_path: Path, name: str) -> None:
    values = odd_images()[name]
    path = write(tmp_path / "a.tif", values)
    model = run(path, tmp_path / "m.cnet")
    assert model.bands == len(values)
    assert 2 <= model.clusters <= 4
    found = clusters_of(path, tmp_path / "m.cnet")
    assert found.shape == values.shape[1:]
    assert (found > 0).all()


def test_a_constant_image_is_one_cluster_or_a_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", np.full((3, 40, 40), 77, np.uint8))
    try:
        run(path, tmp_path / "m.cnet")
    except ClusterNetError as error:
        assert str(error).endswith(".")  # noqa: PT017 - a sentence is as good as a result
    else:
        assert len(np.unique(clusters_of(path, tmp_path / "m.cnet"))) == 1


def test_several_rasters_train_one_model(tmp_path: Path) -> None:
    left = write(tmp_path / "left.tif", quadrants(64, 64)[:, :, :32])
    right = write(
        tmp_path / "right.tif", quadrants(64, 64)[:, :, 32:], transform=(300064.0, 2.0, 0, 2780000.0, 0, -2.0)
    )
    model = train(TrainInputs((left, right)), OPTIONS, str(tmp_path / "m.cnet"))
    assert sum(model.history[-1]["sizes"]) == 64 * 64
    assert not set(np.unique(clusters_of(left, tmp_path / "m.cnet"))) & set(
        np.unique(clusters_of(right, tmp_path / "m.cnet"))[:1]
    )


def test_bands_are_chosen_and_ordered(tmp_path: Path) -> None:
    values = np.stack([quadrants(64, 64, 1)[0], np.full((64, 64), 3, np.uint8), quadrants(64, 64, 1, seed=1)[0]])
    path = write(tmp_path / "a.tif", values, descriptions=["red", "nothing", "nir"])
    model = train(TrainInputs((path,), bands=(3, 1)), OPTIONS, str(tmp_path / "m.cnet"))
    assert model.band_names == ("nir", "red")
    assert model.stats.mean == pytest.approx([values[2].mean(), values[0].mean()])


# --- what cannot be


def test_no_raster_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OptionsError, match="no raster to train on"):
        train(TrainInputs(()), OPTIONS, str(tmp_path / "m.cnet"))


def test_rasters_of_other_bands_are_one_sentence(image: str, tmp_path: Path) -> None:
    other = write(tmp_path / "grey.tif", quadrants(64, 64, 1))
    with pytest.raises(RasterError, match=r"same number of bands \(image.tif: 3, grey.tif: 1\)"):
        train(TrainInputs((image, other)), OPTIONS, str(tmp_path / "m.cnet"))


def test_a_folder_that_cannot_be_written_is_one_sentence(image: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ClusterNetError, match="Cannot write into the folder"):
        run(image, tmp_path / "file" / "m.cnet")


# --- continuing


@pytest.fixture
def started(image: str, tmp_path: Path) -> Path:
    run(image, tmp_path / "started.cnet")
    return tmp_path / "started.cnet"


def test_a_resumed_training_continues(image: str, started: Path, tmp_path: Path) -> None:
    before = cluster_model.load(started)
    after = run(image, tmp_path / "m.cnet", replace(OPTIONS, epochs=1), initial_model=str(started))
    assert after.epochs_done == before.epochs_done + 1
    assert after.history[: len(before.history)] == before.history
    assert after.card["initial_model"] == before.fingerprint()
    assert changed(clusters_of(image, started), clusters_of(image, tmp_path / "m.cnet")) < 0.2


def test_resuming_for_no_epochs_changes_nothing(image: str, started: Path, tmp_path: Path) -> None:
    run(image, tmp_path / "m.cnet", replace(OPTIONS, epochs=0), initial_model=str(started))
    assert np.array_equal(clusters_of(image, started), clusters_of(image, tmp_path / "m.cnet"))


def test_resuming_on_another_raster_keeps_the_statistics(started: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other.tif", quadrants(64, 64, seed=9) // 2 + 20)
    before = cluster_model.load(started)
    after = run(other, tmp_path / "m.cnet", replace(OPTIONS, epochs=1), initial_model=str(started))
    assert np.array_equal(after.stats.mean, before.stats.mean)
    assert np.array_equal(after.stats.std, before.stats.std)


def test_a_model_may_be_continued_onto_itself(image: str, started: Path) -> None:
    run(image, started, replace(OPTIONS, epochs=1), initial_model=str(started))
    assert cluster_model.load(started).epochs_done == 3


def test_a_model_of_other_bands_cannot_be_continued(started: Path, tmp_path: Path) -> None:
    grey = write(tmp_path / "grey.tif", quadrants(64, 64, 1))
    with pytest.raises(ModelError, match="trained on 3 bands"):
        run(grey, tmp_path / "m.cnet", initial_model=str(started))


def test_the_initial_model_decides_its_network(image: str, started: Path, tmp_path: Path, said: list[str]) -> None:
    options = replace(OPTIONS, network="unet", width=8, epochs=0)
    after = run(image, tmp_path / "m.cnet", options, initial_model=str(started), progress=Progress(say=said.append))
    assert (after.options.network, after.options.width) == (OPTIONS.network, OPTIONS.width)
    assert any(sentence.startswith("As the initial model has it: ") for sentence in said)


# --- stopping


def after_sentences(said: list[str], text: str, looks: int) -> Progress:
    """A user who cancels some looks after a sentence was said."""
    seen: list[int] = []

    def cancelled() -> bool:
        if any(text in sentence for sentence in said):
            seen.append(1)
        return len(seen) > looks

    return Progress(say=said.append, is_cancelled=cancelled)


@pytest.mark.parametrize("looks", [0, 2])
def test_a_cancel_leaves_the_model_of_the_last_whole_epoch(
    image: str, tmp_path: Path, said: list[str], looks: int
) -> None:
    options = replace(OPTIONS, epochs=50, batch_size=1)
    with pytest.raises(Cancelled):
        run(image, tmp_path / "m.cnet", options, progress=after_sentences(said, "Epoch 2 of", looks))
    model = cluster_model.load(tmp_path / "m.cnet")
    assert model.epochs_done == 2
    assert sorted(file.name for file in tmp_path.iterdir()) == ["image.tif", "m.cnet"]
    continued = run(image, tmp_path / "m.cnet", replace(OPTIONS, epochs=1), initial_model=str(tmp_path / "m.cnet"))
    assert continued.epochs_done == 3


@pytest.fixture
def cut_off(image: str, tmp_path: Path, said: list[str]) -> Path:
    """A training of four epochs that was stopped in its third."""
    with pytest.raises(Cancelled):
        run(image, tmp_path / "m.cnet", FOUR, progress=after_sentences(said, "Epoch 2 of", 1))
    said.clear()
    return tmp_path / "m.cnet"


def test_the_same_run_again_goes_on_where_it_was_cut_off(image: str, cut_off: Path, said: list[str]) -> None:
    before = cluster_model.load(cut_off)
    after = run(image, cut_off, FOUR, progress=Progress(say=said.append))
    assert "after 2 of 4 epochs" in said[0]
    assert [entry["epoch"] for entry in after.history] == [0, 1, 2, 3, 4]
    assert after.history[:3] == before.history
    assert [entry["seconds"] for entry in after.history] == sorted(entry["seconds"] for entry in after.history)
    whole = cut_off.with_name("whole.cnet")
    run(image, whole, FOUR)
    assert changed(clusters_of(image, whole), clusters_of(image, cut_off)) < 0.2


def test_what_continued_a_model_goes_on_after_it(image: str, started: Path, tmp_path: Path, said: list[str]) -> None:
    again = {"initial_model": str(started)}
    with pytest.raises(Cancelled):
        run(image, tmp_path / "m.cnet", FOUR, progress=after_sentences(said, "Epoch 3 of", 1), **again)
    after = run(image, tmp_path / "m.cnet", FOUR, progress=Progress(say=said.append), **again)
    assert any("after 1 of 4 epochs" in sentence for sentence in said)
    assert after.epochs_done == 6
    assert after.card["initial_model"] == cluster_model.load(started).fingerprint()


@pytest.mark.parametrize("what", ["options", "raster", "model", "ended"])
def test_any_other_run_begins_anew(image: str, cut_off: Path, said: list[str], what: str) -> None:
    options = replace(FOUR, seed=1) if what == "options" else FOUR
    if what == "raster":
        write(image, quadrants(64, 64, seed=5))
    elif what == "model":
        cut_off.write_bytes(cut_off.read_bytes()[:-100])
    elif what == "ended":
        run(image, cut_off, FOUR)
    model = run(image, cut_off, options, progress=Progress(say=said.append))
    assert not any("interrupted" in sentence for sentence in said)
    assert model.epochs_done == 4


def test_a_cancel_before_the_first_model_leaves_nothing(image: str, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        run(image, tmp_path / "m.cnet", progress=Progress(is_cancelled=lambda: True))
    assert [file.name for file in tmp_path.iterdir()] == ["image.tif"]


def test_the_time_budget_ends_the_training_with_a_model(image: str, tmp_path: Path, said: list[str]) -> None:
    options = replace(OPTIONS, epochs=100_000, max_minutes=0.02)
    start = time.monotonic()
    model = run(image, tmp_path / "m.cnet", options, progress=Progress(say=said.append))
    assert time.monotonic() - start < 100, "100 000 epochs take hours"
    assert 1 <= model.epochs_done < 1000
    assert cluster_model.load(tmp_path / "m.cnet").epochs_done == model.epochs_done
    assert "time budget" in said[-1]


def test_the_place_of_a_raster_does_not_matter(tmp_path: Path) -> None:
    plain = write(tmp_path / "plain.tif", quadrants(64, 64), transform=None, epsg=None)
    placed = write(tmp_path / "placed.tif", quadrants(64, 64), transform=NORTH_UP)
    assert run(plain, tmp_path / "a.cnet").fingerprint() == run(placed, tmp_path / "b.cnet").fingerprint()
