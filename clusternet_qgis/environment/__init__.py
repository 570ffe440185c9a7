"""Which Python runs the worker."""
