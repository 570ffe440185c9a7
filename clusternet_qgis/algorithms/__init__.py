"""Processing algorithms: each declares its texts and parameters, checks values, and makes one call of the core.

base.py answers QGIS' questions from a declaration. parameters.py defines parameters, values.py reads them, execution.py
runs the work in this process or in the worker. Algorithms do not import each other.
"""
