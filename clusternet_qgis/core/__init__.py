"""ClusterNet's numerics: plain values, paths and arrays in and out; knows neither QGIS nor Qt."""
