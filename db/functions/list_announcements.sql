-- What the operator announced, newest first, with how many were told and how many of them read it.
--
-- For the application. Runs as its owner, because who was told are people of all partners: it refuses whoever is not
-- the operator.
create or replace function list_announcements(maximum integer)
  returns table (id uuid, facts jsonb, published_at timestamptz, people integer, readers integer)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'announcements are the operator''s' using errcode = 'insufficient_privilege';
  end if;
  return query
    select n.occasion::uuid, (array_agg(n.facts))[1], min(n.created_at)::timestamptz, count(*)::integer,
           count(n.read_at)::integer
    from notification n where n.kind = 'announcement'
    group by n.occasion order by min(n.created_at) desc limit maximum;
end
$$;
revoke execute on function list_announcements from public, leadlight_app, leadlight_worker;
grant execute on function list_announcements to leadlight_app;
