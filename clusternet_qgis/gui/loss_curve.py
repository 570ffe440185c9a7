"""The loss of a training, epoch by epoch."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..translation import tr

_HEIGHT = 76
_PADDING = 5


class LossCurve(QWidget):
    """Draws a line through the losses, and writes the last one as a number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.losses: list[tuple[int, float]] = []
        self._epochs = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Loss after each epoch: how badly the network still tells the pseudo-labels apart."))

    def show_losses(self, losses: Sequence[tuple[int, float]], epochs: int) -> None:
        """Shows (epoch, loss) pairs, and how many epochs are planned."""
        self.losses, self._epochs = list(losses), max(epochs, 1)
        self.update()

    def sizeHint(self) -> QSize:
        """A low widget; it takes the width that there is."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line and the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))
        text = tr("Waiting for the first epoch")
        if self.losses:
            epoch, loss = self.losses[-1]
            text = tr("Epoch {} of {}: loss {}").format(epoch, self._epochs, f"{loss:.3f}")
            self._draw_line(painter, palette)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        inside = self.rect().adjusted(_PADDING + 2, _PADDING, -_PADDING, -_PADDING)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), text)

    def _draw_line(self, painter: QPainter, palette: QPalette) -> None:
        values = [loss for _, loss in self.losses]
        low, high = min(values), max(values)
        top = _PADDING + self.fontMetrics().height()
        height = self.height() - top - 2 * _PADDING
        width = self.width() - 4 * _PADDING
        last = max(self._epochs, self.losses[-1][0])
        points = [
            QPointF(
                2 * _PADDING + width * (epoch - 1) / max(last - 1, 1),
                top + height * ((high - loss) / (high - low) if high > low else 0.5),
            )
            for epoch, loss in self.losses
        ]
        colour = palette.color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(colour, 2))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(colour)
        painter.drawEllipse(points[-1], 3, 3)
