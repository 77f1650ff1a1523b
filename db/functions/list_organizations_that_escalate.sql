-- Organizations in which somebody is told when nobody answers a lead (WT-3).
--
-- For the worker. Runs as its owner, because it looks over all organizations: ids only.
create or replace function list_organizations_that_escalate() returns table (organization_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select r.organization_id from sharing_rules r where r.escalate_to is not null order by r.organization_id;
  end;
revoke execute on function list_organizations_that_escalate from public, leadlight_app, leadlight_worker;
grant execute on function list_organizations_that_escalate to leadlight_worker;
