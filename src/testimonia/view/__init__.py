"""SHOW: report, export, and the workbench. Reads the store and nothing else."""
