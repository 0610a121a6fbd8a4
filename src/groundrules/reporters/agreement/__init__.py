"""The agreement of a talk in plain words, part by part."""
