-- Lets go of mails that were kept for want of a mail server and are young enough to be sent now. Returns how many.
--
-- For the worker. Runs as its owner, because the mails are of all organizations.
create or replace function release_kept_mails(since timestamptz, at timestamptz) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with released as (
      update mail set state = 'waiting', due_at = at where state = 'kept' and created_at >= since returning 1)
    select count(*)::integer from released;
  end;
revoke execute on function release_kept_mails from public, leadlight_app, leadlight_worker;
grant execute on function release_kept_mails to leadlight_worker;
