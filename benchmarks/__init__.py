"""Speed and memory of a build, against the bare parse in the same run."""
