-- Deletes the receipts of requests that came before that moment.
--
-- For the worker. Runs as its owner, because they are of all organizations.
create or replace function forget_request_receipts(received_before timestamptz) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with forgotten as (delete from request_receipt r where r.received_at < received_before returning 1)
    select count(*)::integer from forgotten;
  end;
revoke execute on function forget_request_receipts from public, leadlight_app, leadlight_worker;
grant execute on function forget_request_receipts to leadlight_worker;
