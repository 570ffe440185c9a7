"""Maps a raster on the workers of a dask.distributed scheduler."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from distributed import Client, as_completed

from ..core.arrays import IntArray
from ..core.errors import OptionsError, RasterError
from ..core.io.legend import cluster_legend
from ..core.io.output_clash import refuse_clashes
from ..core.io.vrt import write_mosaic
from ..core.progress import TimeLeft
from ..core.staging import discard_staged, set_aside, staged
from .block_rows import Job, OpenJob, count_row, map_block, opened, write_row

# A task that fails for no fault of its own, such as a file server that is busy, may succeed elsewhere.
_RETRIES = 3
# Rows are handed out while so many blocks for each thread of a worker are not done: few enough to be held in memory.
_BLOCKS_AHEAD = 4
_KEY, _MOSAIC = "job.json", "clusters.vrt"

Say = Callable[[str], None]


def cluster(job: Job, client: Client, say: Say = lambda text: None) -> dict[str, Any]:
    """Writes the clusters of a raster: a cloud-optimised GeoTIFF for each row of blocks, and a VRT over them.

    Rows that a run before has finished with the same settings and files are kept. A worker that dies costs the blocks
    that it had not handed on; they are computed again by others. What dead workers of this machine had written of a row
    is removed at the end.

    Args:
        job: What to map.
        client: Of the scheduler. Workers must see the raster, the model and the output folder under the same paths.
        say: Gets messages about the progress.

    Returns:
        `output`: the VRT; `cluster_count`: clusters that occur; `pixels`: valid ones; `rows` of blocks, and of these
        `rows_kept` of a run before.

    Raises:
        ClusterNetError: The model does not fit the raster, or nothing in it is valid.
    """
    written = {"output": (_KEY, _MOSAIC, "row_*.tif*")}
    refuse_clashes({"output": job.output}, {"input": job.raster, "model": job.model}, written)
    open_job = opened(job)
    folder = Path(job.output)
    counts = _kept_rows(job, open_job, client, say)
    todo = [row for row in range(open_job.rows) if row not in counts]
    kept, time_left = len(counts), TimeLeft()
    say(f"{open_job.rows} rows of {open_job.cols} blocks of {open_job.grid.tile_size} pixels; {kept} are done already")
    for done, result in enumerate(_rows(job, open_job, client, todo), start=1):
        counts[result["row"]] = np.array(result["pixels"], np.int64)
        _note(folder, open_job.key, counts)
        left = time_left.text(done / len(todo))
        say(f"Row {done} of {len(todo)}" + (f", {left}" if left else ""))
    pixels = np.sum(list(counts.values()), 0)
    if not pixels[1:].any():
        raise RasterError("The raster has no valid pixel: every one is no data, masked or NaN. Choose another one.")
    model = open_job.mapper.clusterer.model
    parts = {job.row_path(row).name: open_job.window(row) for row in range(open_job.rows)}
    legend, mapper = cluster_legend(model.clusters, model.colours), open_job.mapper
    for row in range(open_job.rows):
        discard_staged(job.row_path(row))  # of workers that were killed while they wrote
    write_mosaic(folder / _MOSAIC, open_job.source.grid, parts, mapper.id_type, legend, open_job.metadata)
    return {
        "output": str(folder / _MOSAIC),
        "cluster_count": int((pixels[1:] > 0).sum()),
        "pixels": int(pixels[1:].sum()),
        "rows": open_job.rows,
        "rows_kept": kept,
    }


def _rows(job: Job, open_job: OpenJob, client: Client, todo: list[int]) -> Iterator[dict[str, Any]]:
    """Results of rows as they are finished; only so many are under way as keep all workers busy."""
    waiting = iter(todo)
    under_way = as_completed()

    def hand_out() -> None:
        threads = max(sum(client.nthreads().values()), 1)
        while under_way.count() == 0 or (under_way.count() - 1) * open_job.cols < _BLOCKS_AHEAD * threads:
            row = next(waiting, None)
            if row is None:
                return
            # Earlier rows come first, so that they are finished and their blocks forgotten.
            order: dict[str, Any] = {"retries": _RETRIES, "priority": -row, "pure": False}
            blocks = [client.submit(map_block, job, row, col, **order) for col in range(open_job.cols)]
            under_way.add(client.submit(write_row, job, row, blocks, **order))

    hand_out()
    for future in under_way:
        yield future.result()
        hand_out()


def _kept_rows(job: Job, open_job: OpenJob, client: Client, say: Say) -> dict[int, IntArray]:
    """Pixel counts of rows that a run before has finished with the same settings and files, and that are whole.

    Workers read the rows, which takes little of the time in which they are computed.
    """
    noted = _noted_rows(job, open_job, say)
    checks = {row: client.submit(count_row, job, row, retries=_RETRIES, pure=False) for row in noted}
    kept: dict[int, IntArray] = {}
    for row, check in checks.items():
        if check.result() == noted[row].tolist():
            kept[row] = noted[row]
        else:
            say(f"{job.row_path(row)} is damaged or missing; it is computed again")
    return kept


def _noted_rows(job: Job, open_job: OpenJob, say: Say) -> dict[int, IntArray]:
    """Pixel counts of the rows that a run before has noted as finished; a note that is damaged is set aside."""
    folder, clusters = Path(job.output), open_job.mapper.clusterer.model.clusters
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OptionsError(f"Cannot write into the folder {folder}: {error.strerror}. Choose another one.") from error
    note = folder / _KEY
    if not note.exists():
        return {}
    try:
        text = json.loads(note.read_text(encoding="utf-8"))
        rows = {int(row): np.array(counts, np.int64) for row, counts in text["rows"].items()}
        if text["key"] != open_job.key:
            return {}
        if any(counts.shape != (clusters + 1,) or not 0 <= row < open_job.rows for row, counts in rows.items()):
            raise ValueError("rows of another raster")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        say(f"{note} of the run before is damaged; it lies in {set_aside(note)} now, and all rows are computed")
        return {}
    return rows


def _note(folder: Path, key: str, counts: dict[int, IntArray]) -> None:
    with staged(folder / _KEY) as temporary:
        rows = {str(row): pixels.tolist() for row, pixels in counts.items()}
        temporary.write_text(json.dumps({"key": key, "rows": rows}), encoding="utf-8")
