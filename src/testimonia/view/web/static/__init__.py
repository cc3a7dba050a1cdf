"""The workbench's own styles and scripts."""
