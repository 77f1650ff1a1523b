-- What words in a file mean (EX-2): which of them were not understood, and what somebody said about them the last time.

-- By field and word, in how many rows each is.
alter table lead_import add column unknown_words jsonb not null default '{}';
alter table lead_import_mapping add column meanings jsonb not null default '{}';
