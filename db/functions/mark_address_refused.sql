-- Remembers that the address of a person took no mail.
--
-- For the worker. Runs as its owner, because the person is whoever a mail went to.
create or replace function mark_address_refused(of_person uuid, why text, at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    update person set email_refused_at = at, email_refused_reason = why where id = of_person;
  end;
revoke execute on function mark_address_refused from public, leadlight_app, leadlight_worker;
grant execute on function mark_address_refused to leadlight_worker;
