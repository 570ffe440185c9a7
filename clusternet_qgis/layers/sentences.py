"""Sentences of the core, which knows no languages, in the user's: found again by their form, with their numbers."""

from __future__ import annotations

import re
from functools import cache

from ..translation import marked, translated

# Those that users meet most; `{}` stands for what the core puts in.
SENTENCES = (
    # --- rasters and layers
    marked("The raster has no valid pixel: every one is no data, masked or NaN. Choose another one."),
    marked("The raster has no valid pixel: every one is no data, masked or NaN. Choose another raster."),
    marked("The extent does not overlap the raster; choose one inside it."),
    marked("Cannot read the raster {}: {}. Check that the file exists and is a raster."),
    marked("{} is a {} service, which gives pictures and not values; export the part that you need as GeoTIFF first."),
    marked("{} has {} bands; band {} was asked for."),
    marked("No shape of {} overlaps the raster; choose a layer that covers it."),
    marked("{} has no field '{}'; its fields are: {}."),
    marked(
        "{} of {} is a flat {} border ({} in all bands) that is not declared as no data: it is left out. "
        "KEEP_FLAT_BORDERS keeps it."
    ),
    # --- files to write
    marked("Cannot write {}: {}. Check the free disk space and your rights on the folder."),
    marked("Cannot write {}: {}. Check the free disk space and that no other program has it open."),
    marked("Cannot write into the folder {}: {}. Choose a folder that you may write to."),
    marked("{} would overwrite {}: both are {}; give {} another name."),
    # --- sheets
    marked("One sheet alone has nothing to be harmonised with; give two or more."),
    marked("{} is given twice; give each sheet once."),
    marked("All sheets must have the same number of bands ({}); choose others."),
    marked("{} is the folder of a sheet; choose another one, so that sheets before and after do not mix."),
    marked("{}: no overlap with the other sheets; matched by the {} of the ground that is alike."),
    marked("{}: no overlap with the other sheets, and only {} of the ground is alike: left as it is."),
    marked("{} has no valid pixel, or next to none: it is left as it is."),
    marked("{} has one value all over: its brightness is matched, and no contrast."),
    marked(
        "{} holds embeddings, whose numbers mean the same on all sheets: give the sheets to 'Train clustering network' "
        "as they are."
    ),
    marked(
        "The values of {} and {} differ by {} times or more, as those of unlike types or units do; bring all sheets to "
        "one, such as Float32, with 'Translate' or the raster calculator."
    ),
    marked(
        "What makes the sheets alike would cut off {} of {} at the ends of its type, {} to {}: bring all sheets to one "
        "type, such as Float32, with 'Translate'."
    ),
    marked("{} of {} is cut off at the ends of its type, {} to {}."),
    # --- training
    marked("There is no valid pixel to train on: all are no data, masked, NaN or outside AREA. Choose other rasters."),
    marked(
        "There are {} valid pixels{}, fewer than the {} clusters asked for; ask for at most {} or give a larger raster."
    ),
    marked("All rasters must have the same number of bands ({}); choose them with BANDS."),
    marked("Looking at {} patches of {} x {} pixels"),
    marked("The rasters have at most {} pixels a side: patches are made {} x {}."),
    marked("The time budget of {} minutes is spent after epoch {}."),
    marked("Epoch {} of {}: loss {}, {} of pixels changed cluster"),
    marked("Nothing was trained: the clusters are those of the network as it came."),
    marked("One epoch was trained; {} % of the pixels changed their cluster in it. More may do better."),
    marked(
        "The training did not get better: the loss went from {} to {}. Try a smaller learning rate, or more varied "
        "rasters."
    ),
    marked(
        "The training went well: the loss fell from {} to {}, and only {} % of the pixels changed their cluster in the "
        "last epoch. More epochs would change little."
    ),
    marked(
        "The training gets better: the loss fell from {} to {}, and {} % of the pixels still changed their cluster in "
        "the last epoch. More epochs may do better: give the model as the one to continue from."
    ),
    marked("The network '{}' has nothing to learn: its features are clustered as they are."),
    # --- embeddings
    marked("{} holds embeddings of {} as bytes: they are read as vectors of unit length."),
    marked(
        "{} has the bands of AlphaEarth and bytes, but their vectors are not of unit length: they were resampled, "
        "scaled or cut, and are taken as plain bands. Get the file anew, and warp it by nearest neighbour only."
    ),
    marked(
        "These are embeddings of different versions, whose numbers do not mean the same ({}): clusters will follow the "
        "files. Take all of one version."
    ),
    # --- encoders
    marked("The network 'encoder' is a file of yours; give it with ENCODER."),
    marked("There is no encoder {}; choose an ONNX file with ENCODER."),
    marked("The encoder {} takes {} bands{}, and the raster gives {} ({}); choose {} with BANDS."),
    marked(
        "The model needs its encoder {}, which is not there or has changed since; put the file {} (SHA-256 {}...) back."
    ),
    marked("The model has learnt from embeddings ({}), and {} seems to hold none."),
    # --- models
    marked("There is no model file {}; choose one that 'Train' has written."),
    marked("The model was trained on {} bands ({}); {} gives {}. Choose the same bands with BANDS."),
    marked("{} is no complete ClusterNet model ({}); copy or train it again."),
    marked("The model was trained with {} beside the picture ({}): give that of this raster with EXTRA."),
    marked(
        "The model was trained with {} beside the picture ({}), and {} is taken for {}: give that of this raster with "
        "EXTRA, or name the file for what it is, such as {}.tif."
    ),
    marked(
        "The model was trained with {} beside the picture ({}), which the panel cannot take: paint into a layer and "
        "use 'Select clusters by strokes' with EXTRA."
    ),
    marked(
        "An encoder needs onnx and onnxruntime, which the Python at {} cannot load ({}). Install them there with pip, "
        "or choose another Python in the settings."
    ),
    marked("{} (EXTRA) does not overlap the raster; give one that covers it."),
    marked("Clustering {} x {} pixels in {} tiles"),
    marked("Looking for land cover in {} parts of the raster"),
    # --- strokes and selections
    marked("No stroke lies on a valid pixel of the raster; paint on the raster, or check the layers."),
    marked("No stroke of {} lies on the raster; choose a layer that covers it."),
    marked(
        "No labelled pixel lies on the clusters (FRACTION {}); use a larger share, or a reference that overlaps the "
        "raster."
    ),
    marked(
        "No cluster belongs to a class: none is at least {} one of {} (the purest is {} one label); lower MIN_PURITY "
        "or train with more clusters."
    ),
    marked("The selection was made for the model {}, the clusters come from {}; select again on these clusters."),
    marked("The strokes of the selection lie on another raster; what was learnt from them is applied."),
    marked("CLASSES has '{}' where a class such as tree=3,7 should stand."),
    marked("The class '{}' names cluster {}; there are clusters 0 to {}."),
    # --- polygons and evaluation
    marked("No region reaches the minimum area, or the raster has no class; the layer is empty."),
    marked("{} has no value on the {} pixels of CLASSES; give one that covers them, or leave it out."),
    marked("MARKERS has no points; give points that lie on objects, or leave it out."),
    marked("The raster has fewer than three bands: land cover is guessed from grey, and less sure."),
    marked("The map and the reference have no pixel in common; choose a reference that overlaps the map."),
    marked("The reference has no labelled pixel on the raster; choose one that overlaps it."),
    marked(
        "{} of {} polygons keep their outline or a part of it: right angles would have covered their pixels badly or "
        "touched a neighbour."
    ),
    marked("The raster has no class {}; its classes are {}."),
    marked("{} (CONFIDENCE) does not overlap the raster; give the confidence of this map."),
    marked(
        "{} holds values from {} to {}; confidence lies between 0 and 1. Give CONFIDENCE, which 'Map clusters' writes."
    ),
    # --- zones
    marked("The areas are counts of a map with errors, without intervals: a SAMPLE of true classes corrects them."),
    marked("The raster has no reference system; areas are in pixels."),
    marked("{} of the {} zones lie outside the raster: they have no area on it."),
    marked("{} has no polygon; choose a layer of polygons as zones."),
    marked("No label of SAMPLE lies on a class of the map; choose a sample that overlaps it."),
    marked("SAMPLE is the class raster itself, {}; give true classes of places drawn at random on it."),
    marked("{} has {} bands, and a class raster has one; choose a class raster, such as 'Segment' writes."),
    marked(
        "PROBABILITIES needs the classes: give SELECTION, which 'Select clusters by reference' or the dock writes."
    ),
    # --- objects
    marked("CLASSES names no class; give names such as tree, separated by commas."),
    marked("The raster has no reference system; areas and diameters of objects are in pixels."),
    marked("None of the {} points of MARKERS lies on a pixel of CLASSES; give points that lie on objects."),
    marked("{} of the {} markers lie on no pixel of CLASSES, or share one."),
    marked("No object reaches the minimum area, or the raster has no pixel of CLASSES; the layer is empty."),
    # --- change
    marked("BEFORE and AFTER are the same raster, {}; choose two dates of one place."),
    marked(
        "The model sees heights or indices beside the picture, which two dates cannot be compared with; train one "
        "without EXTRA and INDICES."
    ),
    marked("{} does not overlap the raster of the first date; give one that covers it."),
    marked("No pixel is valid at both dates; give two rasters of one place, or another EXTENT."),
    marked("The two dates have no edges in common that would tell a shift; none is taken off."),
    marked("The second date lies {} pixels down and {} to the right: it is moved back"),
    marked(
        "{} of the area has changed: if that is too much, mask clouds as no data, "
        "or give a model trained on both dates."
    ),
    # --- the worker
    marked(
        "The Python at {} lacks {}. Plugins > ClusterNet > Python environment installs them; or run: \"{}\" -m pip "
        "install -r \"{}\"; or name another in the setting clusternet/python."
    ),
    marked(
        "There is no working Python at {}; install one with Plugins > ClusterNet > Python environment, or name one in "
        "the setting clusternet/python."
    ),
    marked("about {} left"),
)  # fmt: skip


def in_users_language(sentence: str) -> str:
    """A sentence of the core in the user's language, or as it is if nobody has translated it."""
    for source in SENTENCES:
        text = translated(source)
        if text != source and (found := _pattern(source).fullmatch(sentence)):
            return text.format(*found.groups())
    return sentence


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """Matches the sentence with anything in its places, as little as can be."""
    return re.compile("(.*?)".join(map(re.escape, source.split("{}"))), re.DOTALL)
