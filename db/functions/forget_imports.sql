-- Deletes imports that were brought before that moment and have no rows any more.
--
-- For the worker. Runs as its owner, because they are of all organizations.
create or replace function forget_imports(brought_before timestamptz) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with forgotten as (
      delete from lead_import i
      where i.created_at < brought_before and i.state not in ('running', 'undoing')
        and not exists (select from lead_import_row r where r.organization_id = i.organization_id and r.import_id = i.id)
      returning 1)
    select count(*)::integer from forgotten;
  end;
revoke execute on function forget_imports from public, leadlight_app, leadlight_worker;
grant execute on function forget_imports to leadlight_worker;
