-- The address without dots and without what follows a plus sign; gmail.com has two names. It only gathers
-- candidates: wider than what the application takes for the same address. What it answers is stored: a change of
-- that comes with a migration (decision 034).
--
-- For everybody. Runs as its caller and looks at nothing but its argument: an index computes it for whoever writes a
-- lead.
create or replace function duplicate_email_key(email_key text) returns text
  language sql immutable parallel safe
  return replace(split_part(split_part(email_key, '@', 1), '+', 1), '.', '') || '@' ||
         case split_part(email_key, '@', -1) when 'googlemail.com' then 'gmail.com' else split_part(email_key, '@', -1) end;
grant execute on function duplicate_email_key to public;
