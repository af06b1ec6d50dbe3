"""Queries: everything that one output can see of the whole site.

`query` is what a declaration holds, `facts` what queries are computed from, `results` and `trace` how they are made.
Each other module declares the queries of a subject; `declared` collects them.
"""
