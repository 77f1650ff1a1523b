-- Deletes the leads that bulk actions never reached, because they were canceled or failed before that moment: nothing
-- was done to them, and nothing is to be told.
--
-- For the worker. Runs as its owner, because they are of all organizations.
create or replace function forget_unreached_leads(ended_before timestamptz) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with forgotten as (
      delete from bulk_action_lead one using bulk_action b
      where b.ended_at < ended_before and b.state in ('cancelled', 'failed') and b.done + b.refused < b.total
        and one.organization_id = b.organization_id and one.bulk_action_id = b.id
        and one.place > b.done + b.refused and one.outcome is null
      returning 1)
    select count(*)::integer from forgotten;
  end;
revoke execute on function forget_unreached_leads from public, leadlight_app, leadlight_worker;
grant execute on function forget_unreached_leads to leadlight_worker;
