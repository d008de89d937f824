"""The course as a site in two languages: Sphinx over the executed notebooks and the pages in docs/."""
