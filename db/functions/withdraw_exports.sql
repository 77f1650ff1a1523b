-- Removes the exports of somebody whose roles in an organization changed, with their files: what they may see now, they
-- can export again. The trigger withdraw_exports on membership.
--
-- For the database alone. Runs as its owner, because whoever changes roles sees no one's exports.
create or replace function withdraw_exports() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from stored_file f
  where f.organization_id = old.organization_id and f.person_id = old.person_id and f.kind = 'lead-export';
  delete from lead_export e where e.organization_id = old.organization_id and e.person_id = old.person_id;
  return null;
end
$$;
revoke execute on function withdraw_exports from public, leadlight_app, leadlight_worker;
