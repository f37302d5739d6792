"""The projector: the dashboards as web pages served on this machine alone, through Voilà."""
