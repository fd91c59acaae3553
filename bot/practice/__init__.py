"""Practising with an invented child: in memory, without the store, without messages."""
