"""Mapping on many processes or machines with dask.distributed: the same core, block by block."""
