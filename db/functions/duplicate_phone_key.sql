-- One number for lines that people write in two ways in E.164: Argentina’s 9 and Mexico’s 1 in front of mobile
-- numbers, and the ninth digit of Brazil’s. What it answers is stored: a change of that comes with a migration
-- (decision 034).
--
-- For everybody. Runs as its caller and looks at nothing but its argument: an index computes it for whoever writes a
-- lead.
create or replace function duplicate_phone_key(e164 text) returns text
  language sql immutable parallel safe
  return case left(e164, 3)
    when '+54' then regexp_replace(e164, '^\+549(?=\d{10}$)', '+54')
    when '+52' then regexp_replace(e164, '^\+521(?=\d{10}$)', '+52')
    when '+55' then regexp_replace(e164, '^(\+55\d\d)9(?=[6-9]\d{7}$)', '\1')
    else e164 end;
grant execute on function duplicate_phone_key to public;
