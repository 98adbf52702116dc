"""The composition root: builds the services that every front end uses."""
