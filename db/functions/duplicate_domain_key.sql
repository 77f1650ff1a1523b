-- The domain of an address from its end, so that all names below a domain stand together. What it answers is stored:
-- a change of that comes with a migration (decision 034).
--
-- For everybody. Runs as its caller and looks at nothing but its argument: an index computes it for whoever writes a
-- lead.
create or replace function duplicate_domain_key(email_key text) returns text
  language sql immutable parallel safe
  return reverse(split_part(email_key, '@', -1)) || '.';
grant execute on function duplicate_domain_key to public;
