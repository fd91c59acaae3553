"""The Slack adapter: receive, translate, call one function of the service, render."""
