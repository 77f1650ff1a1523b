-- The address that waits to be confirmed for the transaction’s person, whichever organization the mail went out
-- from.
--
-- For the application. Runs as its owner, because the links are rows of several organizations: the transaction’s
-- person only.
create or replace function find_waiting_verification(of_person uuid, at timestamptz) returns table (email text, expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.email, l.expires_at from account_link l
    where l.person_id = of_person and of_person = current_person_id()
      and l.purpose = 'verify' and l.used_at is null and l.replaced_at is null and l.expires_at > at
    order by l.created_at desc limit 1;
  end;
revoke execute on function find_waiting_verification from public, leadlight_app, leadlight_worker;
grant execute on function find_waiting_verification to leadlight_app;
