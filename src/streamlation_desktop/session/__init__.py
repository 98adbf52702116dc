"""One job from request to written files: where engines, media, pipeline and storage meet."""
