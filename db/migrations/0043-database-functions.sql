-- From here on the text of a function is in db/functions alone, and is run again whenever it has changed (decision 034).

-- Which text each function had when it was made. For the owner alone.
create table database_function (
  name text primary key,
  -- SHA-256 of its file
  text_hash text not null
);

-- Is given the name of the job from now on.
drop function expire_leads(uuid[], uuid[], uuid[], timestamptz, text[], text, jsonb);
