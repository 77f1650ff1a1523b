-- What search looks at, of one lead. What it answers is stored: a change of that comes with a migration (decision
-- 034).
--
-- For the functions that keep lead_lookup alone. Runs as its caller, which is a function that runs as its owner.
create or replace function lead_lookup_of(l lead) returns lead_lookup
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
declare
  row lead_lookup;
  digits text := coalesce(phone_digits(l.contact_phone), '');
  full_digits text := coalesce(substr(l.phone_e164, 2), '');
  contact text := coalesce(fold_spellings(replace(concat_ws(' ', l.contact_first_name, l.contact_last_name), E'\n', ' ')), '');
begin
  row.organization_id := l.organization_id;
  row.lead_id := l.id;
  row.tab := case when l.qualification = 'Direct' then 'marketplace' else 'qualified' end;
  row.customer_order := left(fold_text(coalesce(l.customer_name, '')), 200) || E'\x01' || left(coalesce(l.customer_name, ''), 200);
  row.value_order := approximate_value(l.deal_value_minor, l.deal_currency);
  row.contact_allowed := l.contact_allowed;
  row.words := fold_spellings(replace(coalesce(l.customer_name, ''), E'\n', ' ')) || E'\n' ||
               fold_spellings(replace(coalesce(l.offer_title, ''), E'\n', ' ')) || E'\n' ||
               fold_spellings(replace(coalesce(l.deal_name, ''), E'\n', ' ')) || E'\n' ||
               fold_spellings(replace(concat_ws(' ', l.deal_notes, l.closing_notes), E'\n', ' '));
  row.open_length := char_length(row.words);
  -- A name without blanks is asked for with the family name in front.
  if octet_length(contact) <> char_length(contact) then
    contact := contact || ' ' || fold_text(replace(concat_ws(' ', l.contact_last_name, l.contact_first_name), E'\n', ' '));
  end if;
  row.words := row.words || E'\n' || contact || E'\n' || coalesce(fold_spellings(l.contact_email), '') || E'\n' || digits ||
               case when position(full_digits in digits) > 0 then '' else ' ' || full_digits end || E'\n' ||
               fold_spellings(replace(coalesce(l.message, ''), E'\n', ' '));
  if octet_length(row.words) <> char_length(row.words) then
    row.signs := trigram_text(row.words);
  end if;
  return row;
end
$$;
revoke execute on function lead_lookup_of from public, leadlight_app, leadlight_worker;
