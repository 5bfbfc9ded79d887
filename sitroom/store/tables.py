"""The tables of the SQL store.

One rule: a change here comes with a migration in :mod:`sitroom.store.migrations`.
"""

from __future__ import annotations

import sqlalchemy as sa

METADATA = sa.MetaData()

META = sa.Table("meta", METADATA, sa.Column("name", sa.Text, primary_key=True), sa.Column("value", sa.Text))

BLOBS = sa.Table("blobs", METADATA, sa.Column("sha256", sa.Text, primary_key=True), sa.Column("data", sa.LargeBinary))

CAPTURES = sa.Table(
    "captures",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("sha256", sa.Text, sa.ForeignKey("blobs.sha256"), nullable=False),
    sa.Column("path", sa.Text, nullable=False),
    sa.Column("url", sa.Text),
    sa.Column("retrieved", sa.Text),
    sa.Column("encoding", sa.Text, nullable=False),
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), nullable=False, index=True),
    sa.Column("body", sa.Text, nullable=False),
)

ARTICLES = sa.Table(
    "articles",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("published", sa.Text),
    sa.Column("published_from", sa.Text),
    sa.Column("origin", sa.Text),
)

ANNOTATIONS = sa.Table(
    "annotations",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)

ATTESTATIONS = sa.Table(
    "attestations",
    METADATA,
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),
    sa.Column("producer", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("annotation", sa.Text, sa.ForeignKey("annotations.id"), nullable=False),
    sa.Column("score", sa.Float),
    sqlite_with_rowid=False,
)

LINKS = sa.Table(
    "links",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("a", sa.Text, nullable=False, index=True),
    sa.Column("b", sa.Text, nullable=False, index=True),
    sa.Column("judgement", sa.Text, nullable=False),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("producer", sa.Text, nullable=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("analyst", sa.Boolean, nullable=False),
    sa.Column("withdrawn_at", sa.Text),
)

RUNS = sa.Table(
    "runs",
    METADATA,
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),
    sa.Column("producer", sa.Text, primary_key=True),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("error", sa.Text),
)

REFUSALS = sa.Table(
    "refusals", METADATA, sa.Column("path", sa.Text, primary_key=True), sa.Column("reason", sa.Text, nullable=False)
)

JUDGEMENTS = sa.Table(
    "judgements",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)
