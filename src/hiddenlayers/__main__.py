"""`python -m hiddenlayers` is the command `hiddenlayers`."""

from hiddenlayers.cli import main

main()
