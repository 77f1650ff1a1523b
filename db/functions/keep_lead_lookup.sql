-- Keeps what search looks at in step with a lead that changes, whoever writes it. The trigger lookup on lead.
--
-- For the database alone. Runs as its owner, because the application may only read that table.
create or replace function keep_lead_lookup() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Not (lead_lookup_of(new)).*: that is computed once for each column.
  insert into lead_lookup as known select looked.* from lead_lookup_of(new) looked
  on conflict (organization_id, lead_id) do update
    set tab = excluded.tab, customer_order = excluded.customer_order, value_order = excluded.value_order,
        contact_allowed = excluded.contact_allowed, words = excluded.words, open_length = excluded.open_length, signs = excluded.signs
    where (known.tab, known.customer_order, known.value_order, known.contact_allowed, known.words, known.open_length)
          is distinct from
          (excluded.tab, excluded.customer_order, excluded.value_order, excluded.contact_allowed, excluded.words,
           excluded.open_length);
  return null;
end
$$;
revoke execute on function keep_lead_lookup from public, leadlight_app, leadlight_worker;
