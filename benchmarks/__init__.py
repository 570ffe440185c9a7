"""Benchmarks: programs that print JSON lines; `make bench` runs them all and writes RESULTS.md."""
