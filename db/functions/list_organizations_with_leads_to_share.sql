-- Organizations with leads that a rule could not give to anybody yet (WT-1).
--
-- For the worker. Runs as its owner, because it looks over all organizations: ids only.
create or replace function list_organizations_with_leads_to_share() returns table (organization_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select distinct l.organization_id from lead_to_share l order by l.organization_id;
  end;
revoke execute on function list_organizations_with_leads_to_share from public, leadlight_app, leadlight_worker;
grant execute on function list_organizations_with_leads_to_share to leadlight_worker;
