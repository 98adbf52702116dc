"""How the application becomes something to install."""
