"""The Python that runs the worker: finding one, and installing what it needs."""
