"""The six assignments: for each, the files of an avatar and the hints on the usual mistakes."""
