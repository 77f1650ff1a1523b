-- Tells the people of all partners something on behalf of the operator, for whom the transaction works; not those
-- who switched announcements off. Returns how many were told.
--
-- For the application. Runs as its owner, because it writes for people of all partners: it refuses whoever is not
-- the operator.
create or replace function publish_announcement(announcement_id uuid, what jsonb, at timestamptz) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  told integer;
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'announcements are the operator''s' using errcode = 'insufficient_privilege';
  end if;
  insert into notification (organization_id, id, person_id, category, kind, occasion, facts, created_at)
  select member.organization_id, gen_random_uuid(), member.person_id, 'promotional', 'announcement', announcement_id::text, what, at
  from (select distinct m.organization_id, m.person_id from membership m
        join organization o on o.id = m.organization_id and o.kind = 'partner'
        join person p on p.id = m.person_id and p.disabled_at is null
        where not exists (select from mail_preference chosen where chosen.person_id = m.person_id
                          and chosen.category = 'announcements' and not chosen.in_app)) member;
  get diagnostics told = row_count;
  return told;
end
$$;
revoke execute on function publish_announcement from public, leadlight_app, leadlight_worker;
grant execute on function publish_announcement to leadlight_app;
