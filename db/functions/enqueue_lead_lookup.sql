-- Has the worker look at all leads again, of all organizations that have some: `fill` for leads that search does not
-- know yet, `value` when a rate has changed.
--
-- For rates_changed alone, and for migrations. Runs as its owner, because whoever changes a rate may not write what
-- is to be done.
create or replace function enqueue_lead_lookup(of_kind text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into lead_lookup_task (organization_id, kind)
  select o.id, of_kind from organization o where exists (select from lead l where l.organization_id = o.id)
  on conflict (organization_id, kind) do update set before_id = null;
  if exists (select from lead_lookup_task) then
    perform enqueue_job('search.prepare', '{}', null, 'search.prepare', null);
  end if;
end
$$;
revoke execute on function enqueue_lead_lookup from public, leadlight_app, leadlight_worker;
