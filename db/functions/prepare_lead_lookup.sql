-- Does what is still to be done for search (lead_lookup_task) for up to `maximum` more leads; false when all is
-- done. What another worker has in hand is passed over, and each batch is a transaction of its own, so leads are
-- taken in and worked meanwhile.
--
-- For the worker. Runs as its owner, because it goes through the leads of all organizations and writes what nobody
-- else may.
create or replace function prepare_lead_lookup(maximum integer) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  task lead_lookup_task;
  batch uuid[];
begin
  select * into task from lead_lookup_task order by kind, organization_id limit 1 for update skip locked;
  if not found then
    return exists (select from lead_lookup_task);
  end if;
  if task.kind = 'fill' then
    with old as materialized (
      select l.* from lead l
      where l.organization_id = task.organization_id and (task.before_id is null or l.id < task.before_id)
      order by l.id desc limit maximum
      for key share
    ), made as (
      -- A row that is there already is newer than what was read here.
      insert into lead_lookup select looked.* from lead l join old on old.organization_id = l.organization_id and old.id = l.id
        cross join lateral lead_lookup_of(l) looked
      on conflict do nothing
    )
    select array_agg(old.id order by old.id) into batch from old;
  else
    -- Locked, so that an amount that changes now is not overwritten by its value of before.
    with old as materialized (
      select l.id, approximate_value(l.deal_value_minor, l.deal_currency) as value from lead l
      where l.organization_id = task.organization_id and (task.before_id is null or l.id < task.before_id)
      order by l.id desc limit maximum
      for share
    ), changed as (
      update lead_lookup k set value_order = old.value from old
      where k.organization_id = task.organization_id and k.lead_id = old.id and k.value_order <> old.value
    )
    select array_agg(old.id order by old.id) into batch from old;
  end if;
  if coalesce(array_length(batch, 1), 0) < maximum then
    delete from lead_lookup_task t where t.organization_id = task.organization_id and t.kind = task.kind;
  else
    update lead_lookup_task t set before_id = batch[1] where t.organization_id = task.organization_id and t.kind = task.kind;
  end if;
  return true;
end
$$;
revoke execute on function prepare_lead_lookup from public, leadlight_app, leadlight_worker;
grant execute on function prepare_lead_lookup to leadlight_worker;
