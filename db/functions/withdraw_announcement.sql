-- Takes an announcement back: it is in nobody’s Action center any more. Returns from how many it was taken.
--
-- For the application. Runs as its owner, because who was told are people of all partners: it refuses whoever is not
-- the operator.
create or replace function withdraw_announcement(announcement_id uuid) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  taken integer;
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'announcements are the operator''s' using errcode = 'insufficient_privilege';
  end if;
  delete from notification n where n.kind = 'announcement' and n.occasion = announcement_id::text;
  get diagnostics taken = row_count;
  return taken;
end
$$;
revoke execute on function withdraw_announcement from public, leadlight_app, leadlight_worker;
grant execute on function withdraw_announcement to leadlight_app;
