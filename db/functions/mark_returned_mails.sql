-- Mails to an address came back: marks those of the last days, and the person behind it. A report is about a mail of
-- ours, and said twice it changes nothing; what came back before the address was last confirmed is history. Returns
-- how many mails were marked.
--
-- For the application. Runs as its owner, because the mails are of all organizations: the mail server is the
-- operator’s, and it refuses whoever is not the operator.
create or replace function mark_returned_mails(returned_address text, message_id uuid, why text, since timestamptz, at timestamptz) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  marked_count integer;
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'returned mail is the operator''s' using errcode = 'insufficient_privilege';
  end if;
  with marked as (
    update mail m set returned_at = mark_returned_mails.at, return_reason = why
    where lower(m.address) = lower(returned_address) and m.created_at >= since and m.returned_at is null
      and (message_id is null or m.id = message_id)
    returning m.created_at),
  refused as (
    update person p set email_refused_at = mark_returned_mails.at, email_refused_reason = why
    where lower(p.email) = lower(returned_address)
      and exists (select from marked where p.email_verified_at is null or marked.created_at > p.email_verified_at)
    returning 1)
  select count(*)::integer into marked_count from marked;
  return marked_count;
end
$$;
revoke execute on function mark_returned_mails from public, leadlight_app, leadlight_worker;
grant execute on function mark_returned_mails to leadlight_app;
