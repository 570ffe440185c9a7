import numpy as np
import pytest

from benchmarks.simulated_user import STROKE_LENGTH, STROKE_WIDTH, Task, curve, intersection_over_union, next_stroke


def two_squares(step=4):
    truth = np.zeros((200, 240), bool)
    truth[20:60, 20:60] = True
    truth[80:180, 100:220] = True
    return Task(truth, np.ones_like(truth), step)


def test_the_first_stroke_is_on_the_largest_piece_of_the_class():
    task = two_squares()
    stroke = next_stroke(task.seen, task)
    assert stroke.positive
    assert stroke.rows.min() >= 80
    assert stroke.cols.min() >= 100


def test_a_stroke_is_as_long_and_wide_as_it_says():
    task = two_squares()
    stroke = next_stroke(task.seen, task)
    assert len(stroke.rows) == STROKE_LENGTH * STROKE_WIDTH
    assert np.hypot(np.ptp(stroke.rows), np.ptp(stroke.cols)) == pytest.approx(STROKE_LENGTH, abs=4)


@pytest.mark.parametrize("step", [1, 4, 8])
def test_no_painted_pixel_is_of_another_class_or_unknown(step):
    generator = np.random.default_rng(1)
    truth = np.kron(generator.random((20, 25)) < 0.4, np.ones((12, 12), bool))
    labelled = np.kron(generator.random((20, 25)) < 0.9, np.ones((12, 12), bool))
    task = Task(truth, labelled, step)
    for wrong, positive in ((task.seen, True), (~task.seen & task.scored, False)):
        stroke = next_stroke(wrong, task)
        assert stroke.positive == positive
        assert len(stroke.rows)
        assert (truth[stroke.rows, stroke.cols] == positive).all()
        assert labelled[stroke.rows, stroke.cols].all()


def test_who_paints_only_what_was_stroked_gains_with_each_stroke():
    task = two_squares()

    def paint(strokes):
        found = np.zeros_like(task.truth)
        for stroke in strokes:
            found[stroke.rows, stroke.cols] = stroke.positive
        return found[::4, ::4]

    scores, strokes = curve(paint, task, 6)
    assert len(scores) == len(strokes) == 6
    assert all(after > before for before, after in zip(scores, scores[1:]))


def test_who_is_right_at_once_is_asked_for_no_more_strokes():
    task = two_squares()
    scores, strokes = curve(lambda strokes: task.seen, task, 4)
    assert scores == [1] * 4
    assert len(strokes) == 1


def test_unknown_pixels_are_not_scored():
    truth = np.zeros((40, 40), bool)
    truth[:20] = True
    labelled = np.zeros_like(truth)
    labelled[:, :20] = True
    assert intersection_over_union(truth & labelled, Task(truth, labelled, 1)) == 1
    assert intersection_over_union(truth | ~labelled, Task(truth, labelled, 1)) == 1
