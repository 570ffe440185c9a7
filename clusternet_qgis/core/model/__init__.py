"""The model file, and what runs its network.

In comes a `.cnet` or `.onnx` file; out go engines that turn normalised windows into features and distances to
clusters. It must not know rasters beyond a window's values, nor how models are trained.
"""
