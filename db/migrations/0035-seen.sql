-- When somebody last looked at the Action center of an organization: the bell counts what came since (NT-5).
create table action_center_seen (
  organization_id uuid not null references organization,
  person_id uuid not null references person on delete cascade,
  seen_at timestamptz(3) not null,
  primary key (organization_id, person_id)
);
grant select, insert, update on action_center_seen to leadlight_app;
alter table action_center_seen enable row level security;
create policy tenant on action_center_seen to leadlight_app using (organization_id = current_organization_id());

-- What the operator announced, newest first, with how many were told and how many of them read it. Both refuse whoever
-- is not the operator.
create function list_announcements(maximum integer)
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

-- Takes an announcement back: it is in nobody's Action center any more. Returns from how many it was taken.
create function take_back_announcement(announcement_id uuid) returns integer
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
create index notification_announcement on notification (occasion) where kind = 'announcement';
revoke execute on function list_announcements(integer), take_back_announcement(uuid) from public;
grant execute on function list_announcements(integer), take_back_announcement(uuid) to leadlight_app;
