"""Compressed streams for the player: demuxing, decoding, pictures and sound in the form it shows and plays."""
