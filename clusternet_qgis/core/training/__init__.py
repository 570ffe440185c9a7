"""Rasters to a model.

In come paths of rasters and `TrainOptions`; out goes a `ClusterModel`, written after every epoch. It must not know
how models are used: no mapping, no selections.
"""
