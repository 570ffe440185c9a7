"""Mapping with dask.distributed and training with torchrun on many processes or machines: the same core."""
