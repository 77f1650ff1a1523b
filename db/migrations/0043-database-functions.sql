-- From here on the text of a function is in db/functions alone, and is run again whenever it has changed (decision 034).

-- Which text each function had when it was made. For the owner alone.
create table database_function (
  name text primary key,
  -- SHA-256 of its file
  text_hash text not null
);

-- What follows is ordered by whoever has leads expire. The function in its place has another name, so that a worker of an
-- earlier version fails and leaves the leads to a new one, and nobody goes untold.
drop function expire_leads(uuid[], uuid[], uuid[], timestamptz, text[], text, jsonb);
