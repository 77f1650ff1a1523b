-- The surname (or the only name) as search folds it, without spaces; umlauts in either spelling. It only gathers
-- candidates: wider than what the application takes for the same person. What it answers is stored: a change of that
-- comes with a migration (decision 034).
--
-- For everybody. Runs as its caller and looks at nothing but its arguments: an index computes it for whoever writes
-- a lead.
create or replace function duplicate_person_key(last_name text, first_name text) returns text
  language sql immutable parallel safe
  return replace(replace(replace(replace(replace(public.fold_text(coalesce(nullif(last_name, ''), first_name, '')),
           ' ', ''), 'ss', 's'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u');
grant execute on function duplicate_person_key to public;
