"""Recipe of the tables that give English words their capitals and marks."""
