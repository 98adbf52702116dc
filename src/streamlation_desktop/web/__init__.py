"""The local page and API: a front end like cli and gui."""
