-- The Action center (NT-5): what happened, for each person. What somebody should do is nowhere: it is derived from the
-- state of leads, addresses and mails whenever it is asked for, and vanishes with its cause.

-- Something that happened. It belongs to the organization in which the person is told; never carries contact details
-- of a customer. A lead may be another organization's (one that was sent), or move: its id is no foreign key.
create table notification (
  organization_id uuid not null references organization,
  id uuid not null,
  person_id uuid not null references person on delete cascade,
  category text not null check (category in ('transactional', 'promotional')),
  kind text not null,
  lead_id uuid,
  -- tells apart what can happen to a lead more than once, and one announcement from another
  occasion text not null default '',
  facts jsonb not null,
  created_at timestamptz(3) not null,
  read_at timestamptz(3),
  archived_at timestamptz(3),
  -- of the last change: browsers that are open elsewhere are told
  transaction_id xid8 not null default pg_current_xact_id(),
  primary key (organization_id, id)
);
-- Once for each lead, person, kind and occasion.
create unique index notification_once on notification (organization_id, person_id, kind, occasion, lead_id) nulls not distinct;
create index notification_newest on notification (organization_id, person_id, created_at desc, id desc);
-- The badge counts these.
create index notification_unread on notification (organization_id, person_id) where read_at is null and archived_at is null;
create index notification_transaction on notification (transaction_id);

-- Mails that nobody got, for the operator's action.
create index mail_failed on mail (organization_id, created_at) where state = 'failed';

-- Categories that are shown in the Action center and not mailed can be switched off as well.
alter table mail_preference add column in_app boolean not null default true;

-- Whose Action center was written to by transactions that ended since the given snapshot: ids only.
create function notifications_since(since pg_snapshot) returns table (organization_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select distinct n.organization_id, n.person_id from notification n
    where n.transaction_id >= pg_snapshot_xmin(since)
      -- rows restored from another cluster may carry numbers that this one has not reached
      and n.transaction_id < pg_snapshot_xmax(pg_current_snapshot())
      and not pg_visible_in_snapshot(n.transaction_id, since);
  end;

-- Tells the people of all partners something on behalf of the operator, for whom the transaction works; not those who
-- switched announcements off. Returns how many were told.
create function publish_announcement(announcement_id uuid, what jsonb, at timestamptz) returns integer
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

-- Mails to an address came back: marks those of the last days, and the person behind it. A report is about a mail of
-- ours, and said twice it changes nothing; what came back before the address was last confirmed is history.
-- Returns how many mails were marked.
create or replace function mark_returned_mails(returned_address text, message_id uuid, why text, since timestamptz, at timestamptz) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with marked as (
      update mail set returned_at = at, return_reason = why
      where lower(address) = lower(returned_address) and created_at >= since and returned_at is null
        and (message_id is null or id = message_id)
      returning created_at),
    refused as (
      update person p set email_refused_at = at, email_refused_reason = why
      where lower(p.email) = lower(returned_address)
        and exists (select from marked where p.email_verified_at is null or marked.created_at > p.email_verified_at)
      returning 1)
    select count(*)::integer from marked;
  end;

grant select, insert, update, delete on notification to leadlight_app;
revoke execute on function notifications_since(pg_snapshot), publish_announcement(uuid, jsonb, timestamptz) from public;
grant execute on function notifications_since(pg_snapshot), publish_announcement(uuid, jsonb, timestamptz) to leadlight_app;

alter table notification enable row level security;
create policy tenant on notification to leadlight_app using (organization_id = current_organization_id());
