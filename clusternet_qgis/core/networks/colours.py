"""Three colours of any number of bands, for a backbone that was trained on photographs."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from .moments import principal_directions

# Principal directions of the colours of photographs: grey, red against blue, green against both.
COLOUR_AXES = ((3**-0.5, 3**-0.5, 3**-0.5), (2**-0.5, 0.0, -(2**-0.5)), (-(6**-0.5), 2 * 6**-0.5, -(6**-0.5)))


def to_colours(image: Tensor, colours: Tensor) -> Tensor:
    """Three colours of an image (batch, bands, ...); three bands are colours already.

    Args:
        image: The bands.
        colours: (3, bands): how colours are made of them.
    """
    return image if colours.shape[1] == 3 else functional.conv2d(image, colours[:, :, None, None])


def principal_colours(images: Sequence[Tensor]) -> Tensor:
    """How colours are made of other than three bands (3, bands): of their principal components.

    Those are given the directions of the colours of photographs, and the variance of three normalised bands.

    Args:
        images: Normalised (batch, bands, rows, cols) each.
    """
    components = min(3, images[0].shape[1])
    _, basis = principal_directions(images, components)
    flat = torch.cat([image.movedim(1, 0).flatten(1) for image in images], 1)
    variance = float(flat.var(1).sum())
    colours = torch.tensor(COLOUR_AXES)[:components].T.to(basis) @ basis
    return colours * (3 / variance) ** 0.5 if variance > 0 else colours
