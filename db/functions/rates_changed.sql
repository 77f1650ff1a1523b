-- Has the values of all leads compared again when a rate changes. The trigger rates_changed on currency_rate.
--
-- For the database alone. Runs as its owner, because it calls enqueue_lead_lookup, which is for nobody else.
create or replace function rates_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform enqueue_lead_lookup('value');
  return null;
end
$$;
revoke execute on function rates_changed from public, leadlight_app, leadlight_worker;
