"""Identities: integers in the database, distinct types in the code, stable for the life of a database."""

from typing import NewType

SourceId = NewType("SourceId", int)
ArticleId = NewType("ArticleId", int)
TopicId = NewType("TopicId", int)
StoryId = NewType("StoryId", int)
IssueId = NewType("IssueId", int)
FactId = NewType("FactId", int)
NarrativeId = NewType("NarrativeId", int)
OfficerId = NewType("OfficerId", int)
MuteId = NewType("MuteId", int)
ActivityId = NewType("ActivityId", int)
