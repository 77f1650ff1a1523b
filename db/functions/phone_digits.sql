-- The digits of a telephone number; the zero in brackets that is not dialed after a country code left out. What it
-- answers is stored: a change of that comes with a migration (decision 034).
--
-- For the application. Runs as its caller and looks at nothing but its argument.
create or replace function phone_digits(said text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(
    case when octet_length(said) = char_length(said) then replace(said, '(0)', '')
         else public.fold_text(replace(said, '(0)', '')) end,
    '[^0-9]+', '', 'g');
revoke execute on function phone_digits from public, leadlight_app, leadlight_worker;
grant execute on function phone_digits to leadlight_app;
