-- What search looks at, of one lead. What it answers is stored: a change of that comes with a migration (decision
-- 034).
--
-- Most leads are plain ASCII. Folding looks at each of its signs alone and never beyond a line, so the parts of such a lead
-- are folded in two calls in place of ten.
--
-- For the functions that keep lead_lookup alone. Runs as its caller, which is a function that runs as its owner.
create or replace function lead_lookup_of(l lead) returns lead_lookup
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
declare
  row lead_lookup;
  digits text := coalesce(phone_digits(l.contact_phone), '');
  full_digits text := coalesce(substr(l.phone_e164, 2), '');
  customer text := replace(coalesce(l.customer_name, ''), E'\n', ' ');
  -- What may be read without the contact, and what goes with it; a line for each.
  open text := customer || E'\n' || replace(coalesce(l.offer_title, ''), E'\n', ' ') || E'\n' ||
               replace(coalesce(l.deal_name, ''), E'\n', ' ') || E'\n' ||
               replace(concat_ws(' ', l.deal_notes, l.closing_notes), E'\n', ' ');
  is_open_plain boolean := octet_length(open) = char_length(open);
  contact text := replace(concat_ws(' ', l.contact_first_name, l.contact_last_name), E'\n', ' ');
  message text := replace(coalesce(l.message, ''), E'\n', ' ');
  closed text := contact || E'\n' || coalesce(l.contact_email, '') || E'\n' || message;
begin
  row.organization_id := l.organization_id;
  row.lead_id := l.id;
  row.tab := case when l.qualification = 'Direct' then 'marketplace' else 'qualified' end;
  row.value_order := approximate_value(l.deal_value_minor, l.deal_currency);
  row.contact_allowed := l.contact_allowed;
  if is_open_plain then
    row.words := fold_text(open);
  else
    row.words := fold_spellings(customer) || E'\n' || fold_spellings(split_part(open, E'\n', 2)) || E'\n' ||
                 fold_spellings(split_part(open, E'\n', 3)) || E'\n' || fold_spellings(split_part(open, E'\n', 4));
  end if;
  row.open_length := char_length(row.words);
  -- A name keeps its own lines in the order of customers.
  row.customer_order :=
    left(case
           when is_open_plain and customer = coalesce(l.customer_name, '') then split_part(row.words, E'\n', 1)
           else fold_text(coalesce(l.customer_name, ''))
         end, 200) || E'\x01' || left(coalesce(l.customer_name, ''), 200);
  if octet_length(closed) = char_length(closed) then
    closed := fold_text(closed);
    message := split_part(closed, E'\n', -1);
    contact := left(closed, char_length(closed) - char_length(message) - 1);
  else
    contact := coalesce(fold_spellings(contact), '');
    -- A name without blanks is asked for with the family name in front.
    if octet_length(contact) <> char_length(contact) then
      contact := contact || ' ' || fold_text(replace(concat_ws(' ', l.contact_last_name, l.contact_first_name), E'\n', ' '));
    end if;
    contact := contact || E'\n' || coalesce(fold_spellings(l.contact_email), '');
    message := fold_spellings(message);
  end if;
  row.words := row.words || E'\n' || contact || E'\n' || digits ||
               case when position(full_digits in digits) > 0 then '' else ' ' || full_digits end || E'\n' || message;
  if octet_length(row.words) <> char_length(row.words) then
    row.signs := trigram_text(row.words);
  end if;
  return row;
end
$$;
revoke execute on function lead_lookup_of from public, leadlight_app, leadlight_worker;
