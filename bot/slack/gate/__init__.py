"""The one way out to chat: every call and every answer passes here, or is not sent.

`client.GatedClient` is the only client of Slack's Web API that the process has, `app.GatedApp` the
only one that answers Slack. Both let `shapes` look at what goes out: an unknown method, an unknown
field, a text that is not of the catalogues where only those may stand, and nothing is sent.
"""
