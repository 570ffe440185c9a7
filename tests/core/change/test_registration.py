"""Shifts between pictures: found between pixels, in other light, and not where there is nothing in common."""

import numpy as np
import pytest

from clusternet_qgis.core.change.registration import correlate, shift_of

SIZE, MARGIN = 128, 8


def picture(seed):
    """A smooth random picture, larger by a margin on all sides."""
    spectrum = np.fft.fft2(np.random.default_rng(seed).normal(size=(SIZE + 2 * MARGIN,) * 2))
    frequency = np.hypot(*np.meshgrid(*[np.fft.fftfreq(SIZE + 2 * MARGIN)] * 2))
    return spectrum * np.exp(-((frequency / 0.12) ** 2))


def moved(spectrum, down=0.0, right=0.0):
    """The middle of a picture whose content lies so much farther down and to the right (1, n, n)."""
    rows, cols = (np.fft.fftfreq(size) for size in spectrum.shape)
    values = np.fft.ifft2(spectrum * np.exp(-2j * np.pi * (rows[:, None] * down + cols * right))).real
    return (values / values.std())[None, MARGIN:-MARGIN, MARGIN:-MARGIN].astype(np.float32)


def found(before, after, valid=None, most=6.0):
    return shift_of([correlate(before, after, np.ones((SIZE, SIZE), bool) if valid is None else valid)], most)


@pytest.mark.parametrize("shift", [(0.0, 0.0), (0.3, 0.0), (1.7, -0.6), (-3.0, 2.4)])
def test_a_shift_is_found_to_a_tenth_of_a_pixel(shift):
    spectrum = picture(1)
    result = found(moved(spectrum), moved(spectrum, *shift))
    assert (result.rows, result.cols) == pytest.approx(shift, abs=0.1)
    assert result.is_clear
    assert result.length == pytest.approx(np.hypot(*shift), abs=0.15)


def test_light_contrast_and_noise_do_not_move_it():
    spectrum = picture(2)
    noise = np.random.default_rng(0).normal(0, 0.1, (1, SIZE, SIZE)).astype(np.float32)
    result = found(moved(spectrum), 1.4 * moved(spectrum, 1.7, -0.6) + 0.5 + noise)
    assert (result.rows, result.cols) == pytest.approx((1.7, -0.6), abs=0.25)
    assert result.is_clear


def test_what_is_not_valid_has_no_say():
    spectrum = picture(3)
    valid = np.ones((SIZE, SIZE), bool)
    valid[:, :50] = False
    before, after = moved(spectrum), moved(spectrum, 1.0, 2.0)
    before[:, ~valid], after[:, ~valid] = 100.0, -100.0
    result = found(before, after, valid)
    assert (result.rows, result.cols) == pytest.approx((1.0, 2.0), abs=0.25)


def test_two_other_places_have_no_clear_shift():
    assert not any(found(moved(picture(10 + n)), moved(picture(20 + n))).is_clear for n in range(5))


def test_pictures_without_edges_have_no_clear_shift():
    flat = np.zeros((1, SIZE, SIZE), np.float32)
    assert not found(flat, flat).is_clear
    assert not shift_of([], 6.0).is_clear


def test_parts_that_agree_add_up():
    noise = np.random.default_rng(5)
    pairs = []
    for seed in range(6):
        spectrum = picture(30 + seed)
        pairs.append([moved(spectrum, *s) + noise.normal(0, 1.5, (1, SIZE, SIZE)) for s in ((0, 0), (2, -1))])
    spectra = [correlate(one, two, np.ones((SIZE, SIZE), bool)) for one, two in pairs]
    together = shift_of(spectra, 6.0)
    assert together.clearness > np.mean([shift_of([each], 6.0).clearness for each in spectra])
    assert (together.rows, together.cols) == pytest.approx((2, -1), abs=0.25)


def test_no_shift_beyond_the_longest_is_found():
    spectrum = picture(4)
    result = found(moved(spectrum), moved(spectrum, 5.0, 0.0), most=2.0)
    assert abs(result.rows) <= 3
    assert abs(result.cols) <= 3
