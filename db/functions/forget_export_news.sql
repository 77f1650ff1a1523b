-- Removes what the Action center says about an export that is deleted. The trigger forget_export_news on lead_export.
--
-- For the database alone. Runs as its owner, because exports of all organizations are deleted when their time is over.
create or replace function forget_export_news() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from notification n
  where n.organization_id = old.organization_id and n.person_id = old.person_id
    and n.kind in ('export-ready', 'export-failed') and n.occasion = old.id::text;
  return null;
end
$$;
revoke execute on function forget_export_news from public, leadlight_app, leadlight_worker;
