-- Deletes bulk actions that ended and were ordered before that moment, with what became of their leads.
--
-- For the worker. Runs as its owner, because they are of all organizations.
create or replace function forget_bulk_actions(ordered_before timestamptz) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with forgotten as (
      delete from bulk_action b where b.created_at < ordered_before and b.ended_at is not null returning 1)
    select count(*)::integer from forgotten;
  end;
revoke execute on function forget_bulk_actions from public, leadlight_app, leadlight_worker;
grant execute on function forget_bulk_actions to leadlight_worker;
