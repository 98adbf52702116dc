"""Text around machine translation: sentences, glossary, checks: pure functions on strings and words."""
