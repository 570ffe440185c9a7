"""What differs between two dates of unchanged ground does not count, whatever features it is in."""

import numpy as np
import pytest

from clusternet_qgis.core.change.unchanged_ground import unchanged_ground

PIXELS = 6000


def two_dates(changed=0.0, features=6):
    """Ground of as many features, of which the first two are noisy and shifted at the second date."""
    random = np.random.default_rng(4)
    before = random.normal(0, 1, (features, PIXELS))
    noise = random.normal(0, 0.05, before.shape)
    noise[:2] = random.normal(0, 1, (2, PIXELS))
    after = before + noise
    after[:2] += 3
    count = int(changed * PIXELS)
    after[:, :count] = random.normal(0, 1, (features, count))
    return before.astype(np.float32), after.astype(np.float32), count


@pytest.mark.parametrize("changed", [0.0, 0.2, 0.4])
def test_noisy_features_count_less_and_changes_are_far(changed):
    before, after, count = two_dates(changed)
    ground = unchanged_ground(before, after)
    one, two = (
        ground.components(values[:, :, None], second)[..., 0] for values, second in ((before, False), (after, True))
    )
    distance = np.sqrt(((one - two) ** 2).sum(0))
    same = distance[count:]
    if count:
        assert (distance[:count] > 1.5 * np.quantile(same, 0.99)).mean() > 0.8
        assert np.quantile(same, 0.99) < np.quantile(distance[:count], 0.2)
    # Plain differences of features do not tell them apart.
    plain = np.sqrt(((after - before) ** 2).sum(0))
    assert not count or np.quantile(plain[count:], 0.99) > np.quantile(plain[:count], 0.2)


def test_equal_dates_are_at_no_distance():
    before, _, _ = two_dates()
    ground = unchanged_ground(before, before)
    np.testing.assert_allclose(
        ground.components(before[..., None], False), ground.components(before[..., None], True), atol=1e-5
    )


def test_differences_of_ground_that_never_varies_are_finite():
    flat = np.ones((3, 500), np.float32)
    ground = unchanged_ground(flat, flat)
    assert np.isfinite(ground.projection).all()
    assert np.isfinite(ground.offset).all()


def test_few_pixels_are_compared_as_they_are():
    random = np.random.default_rng(0)
    before, after = random.normal(0, 1, (2, 4, 20)).astype(np.float32)
    ground = unchanged_ground(before, after)
    np.testing.assert_array_equal(ground.components(after[..., None], True)[..., 0], after)


def test_many_features_become_few_components():
    before, after, _ = two_dates(features=40)
    assert len(unchanged_ground(before, after).projection) == 16
