-- Whose digest is due; everything else happens as the organization.
--
-- For the worker. Runs as its owner, because it looks over notices of all organizations: ids and recipients alone.
create or replace function find_due_digests(at timestamptz) returns table (organization_id uuid, recipient text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select distinct n.organization_id, n.recipient from lead_notice n
    where n.way = 'digest' and n.mail_id is null and n.digest_at <= at;
  end;
revoke execute on function find_due_digests from public, leadlight_app, leadlight_worker;
grant execute on function find_due_digests to leadlight_worker;
