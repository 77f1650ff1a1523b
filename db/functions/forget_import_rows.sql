-- Deletes some of the rows of imports that were brought before that moment: what can no longer be taken back. Returns
-- how many, so that whoever calls goes on until there are none.
--
-- For the worker. Runs as its owner, because they are of all organizations.
create or replace function forget_import_rows(brought_before timestamptz, maximum integer) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with over as (
      select r.organization_id, r.import_id, r.number
      from lead_import i join lead_import_row r on r.organization_id = i.organization_id and r.import_id = i.id
      where i.created_at < brought_before and i.state not in ('running', 'undoing')
      limit maximum
    ), forgotten as (
      delete from lead_import_row r using over o
      where r.organization_id = o.organization_id and r.import_id = o.import_id and r.number = o.number
      returning 1)
    select count(*)::integer from forgotten;
  end;
revoke execute on function forget_import_rows from public, leadlight_app, leadlight_worker;
grant execute on function forget_import_rows to leadlight_worker;
