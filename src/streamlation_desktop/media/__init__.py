"""Opening, decoding and writing media: the only importer of PyAV and of the bundled ffmpeg."""
