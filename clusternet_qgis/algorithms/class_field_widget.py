"""The widget of a class field: an editable list of the fields of the layer that another parameter holds.

QGIS' own widget takes every layer for a vector layer, and ends QGIS if it is none. This one stands in its place. Only
dialogs of Processing load this file.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from processing.gui.wrappers import WidgetWrapper
from qgis.core import (
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameters,
    QgsVectorLayer,
)
from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper, QgsGui
from qgis.PyQt.QtWidgets import QComboBox

from ..qgis_objects import present, project
from .opening_list import OpeningList


class ClassFieldWidget:
    """What Processing asks for the widget: in the Model Designer, which knows no layer, QGIS' own widget is made."""

    def __new__(
        cls, parameter: QgsProcessingParameterDefinition, dialog: Any, row: int = 0, column: int = 0, layer: str = ""
    ) -> Any:
        """The widget's wrapper.

        Args:
            parameter: The field.
            dialog: Where it is chosen.
            row, column: Of the batch dialog's table.
            layer: Name of the parameter that holds the layer.
        """
        if type(dialog).__name__ != "ModelerParametersDialog":
            return _ClassFieldWrapper(parameter, dialog, row, column, layer=layer)
        registry = present(QgsGui.processingGuiRegistry())
        widget = present(registry.createModelerParameterWidget(dialog.model, dialog.childId, parameter, dialog.context))
        widget.setDialog(dialog)
        return widget


class _ClassFieldWrapper(WidgetWrapper):  # type: ignore[misc]  # Processing has no types
    """Keeps the list up to date; the value is the field's name as text."""

    def createWidget(self, layer: str) -> QComboBox:
        """An editable list."""
        self._layer_name = layer
        self._layer_wrapper: QgsAbstractProcessingParameterWidgetWrapper | None = None
        box = OpeningList()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.opens.connect(self.refresh)
        box.currentTextChanged.connect(lambda text: self.widgetValueHasChanged.emit(self))
        return box

    def postInitialize(self, wrappers: Sequence[QgsAbstractProcessingParameterWidgetWrapper]) -> None:
        """Follows the parameter that holds the layer."""
        for wrapper in wrappers:
            if present(wrapper.parameterDefinition()).name() == self._layer_name:
                self._layer_wrapper = wrapper
                wrapper.widgetValueHasChanged.connect(self._layer_changed)
        self._layer_changed()

    def setValue(self, value: Any) -> None:
        """Shows a field's name; the list need not have it."""
        if isinstance(value, (list, tuple)):
            value = value[0] if value else None
        self.widget.setEditText(str(value) if value else "")

    def value(self) -> str:
        """The field's name; "" for none."""
        return str(self.widget.currentText()).strip()

    def refresh(self) -> None:
        """Offers the fields that the layer has now. What is chosen stays."""
        self._offer(self._fields() or QgsFields(), self.value())

    def _layer_changed(self, *_: Any) -> None:
        """Offers the fields of another layer. What is chosen stays if that has it, or if there is no such layer."""
        fields = self._fields()
        if fields is None:
            self._offer(QgsFields(), self.value())
        else:
            chosen = (self.value(), self.parameterDefinition().defaultValue())
            self._offer(fields, next((name for name in chosen if name in fields.names()), ""))

    def _offer(self, fields: QgsFields, chosen: str) -> None:
        before = self.value()
        self.widget.blockSignals(True)
        self.widget.clear()
        self.widget.addItem("")
        for index, name in enumerate(fields.names()):
            self.widget.addItem(fields.iconForField(index), name)
        self.widget.setCurrentText(chosen)
        self.widget.blockSignals(False)
        if chosen != before:
            self.widgetValueHasChanged.emit(self)

    def _fields(self) -> QgsFields | None:
        """The fields of the layer: none of a raster; None if it is not known which layer it will be."""
        wrapper = self._layer_wrapper
        value = wrapper.parameterValue() if wrapper is not None else None
        if wrapper is None or not value:
            return QgsFields()
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source
        # A file is opened for the context, and closed with it.
        context = QgsProcessingContext()
        context.setProject(project())
        layer = QgsProcessingParameters.parameterAsLayer(wrapper.parameterDefinition(), value, context)
        if layer is None:
            return None
        return QgsFields(layer.fields()) if isinstance(layer, QgsVectorLayer) else QgsFields()
