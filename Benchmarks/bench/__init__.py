"""Measures taizhang beside other tools on the same job and the same files."""
