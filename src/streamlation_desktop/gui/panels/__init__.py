"""Parts of a page that stand on their own."""
