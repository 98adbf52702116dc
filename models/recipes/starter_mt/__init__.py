"""Train the starter translation model: from parallel text to a CTranslate2 folder.

Run as ``python -m models.recipes.starter_mt`` from the root of the repository, in an environment of its own
(see README.md). Nothing in the program imports this package.
"""
