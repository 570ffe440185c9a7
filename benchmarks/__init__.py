"""Benchmarks: programs that print JSON lines. `make bench` runs all of them and writes RESULTS.md."""
