"""Images for HTML pages."""

from __future__ import annotations

import base64
import io

import numpy as np
from matplotlib import image

from clusternet_qgis.core.reports.charts import image_url


def test_an_image_keeps_its_colours() -> None:
    colours = np.random.default_rng(0).integers(0, 256, (5, 7, 3)).astype(np.uint8)
    kind, data = image_url(colours).split(",")
    assert kind == "data:image/png;base64"
    found = image.imread(io.BytesIO(base64.b64decode(data)), format="png")
    assert np.array_equal(np.round(found[..., :3] * 255), colours)
