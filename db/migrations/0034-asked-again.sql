-- Mails are asked about again when they are sent: what is not sent after all says why, whoever left is known by every
-- address they had, and customers stand in the ledger of who was told (NT-1 to NT-4).

-- Not sent because it was no longer right: its recipient left, or nothing in it waits any more.
alter table mail drop constraint mail_state_check;
alter table mail
  add constraint mail_state_check check (state in ('kept', 'waiting', 'sent', 'failed', 'dropped')),
  add column drop_reason text,
  add check ((state = 'dropped') = (drop_reason is not null));

alter table lead_notice drop constraint lead_notice_kind_check;
alter table lead_notice add constraint lead_notice_kind_check
  check (kind in ('new-lead', 'expiring-soon', 'team-assignment', 'sent-lead', 'direct-expired', 'customer'));

-- Addresses that people of an organization had before: those they changed, and those of people who left. The contact of
-- a profile is an address, so this tells a mailbox of the organization from that of somebody who is gone.
create table former_address (
  organization_id uuid not null references organization,
  -- in lower case
  address text not null,
  person_id uuid not null references person on delete cascade,
  person_name text not null,
  primary key (organization_id, address)
);
create index former_address_person on former_address (organization_id, person_id);

create function keep_former_address(owner uuid, old_address text, who uuid, their_name text) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    insert into former_address (organization_id, address, person_id, person_name)
    values (owner, lower(old_address), who, their_name)
    on conflict (organization_id, address) do update
      set person_id = excluded.person_id, person_name = excluded.person_name;
  end;

-- Both are triggers, so that no way of removing somebody or changing an address forgets it.
create function note_departure() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform keep_former_address(old.organization_id, p.email, p.id, p.name) from person p
  where p.id = old.person_id
    and not exists (select from membership m
                    where m.organization_id = old.organization_id and m.person_id = old.person_id);
  return null;
end
$$;
create trigger note_departure after delete on membership for each row execute function note_departure();

create function note_address_change() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform keep_former_address(m.organization_id, old.email, old.id, new.name)
  from (select distinct organization_id from membership where person_id = old.id) m;
  return null;
end
$$;
create trigger note_address_change after update of email on person
  for each row when (lower(old.email) <> lower(new.email)) execute function note_address_change();

-- Who had left before: contacts of profiles whose address is that of a person who does not belong to the partner.
insert into former_address (organization_id, address, person_id, person_name)
select distinct on (l.organization_id, lower(l.contact_email)) l.organization_id, lower(l.contact_email), p.id, p.name
from profile_location l join person p on lower(p.email) = lower(l.contact_email)
where not exists (select from membership m where m.organization_id = l.organization_id and m.person_id = p.id)
order by l.organization_id, lower(l.contact_email), p.id;

-- How the mails stand that tell about a lead of the organization and lie in the outbox of another one (its sender's, or
-- the operator's, who writes to customers): nothing of their address or text.
create function list_mail_states_elsewhere(about_leads uuid[])
  returns table (lead_id uuid, mail_id uuid, state text, returned boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select n.lead_id, m.id, m.state, m.returned_at is not null
    from lead_notice n
    join mail m on m.organization_id = n.mail_organization_id and m.id = n.mail_id
    where n.organization_id = current_organization_id() and n.lead_id = any(about_leads)
      and n.mail_organization_id <> n.organization_id;
  end;

grant select on former_address to leadlight_app;
revoke execute on function keep_former_address(uuid, text, uuid, text), note_departure(), note_address_change(),
  list_mail_states_elsewhere(uuid[]) from public;
grant execute on function list_mail_states_elsewhere(uuid[]) to leadlight_app;
alter table former_address enable row level security;
create policy tenant on former_address to leadlight_app using (organization_id = current_organization_id());

-- Whether an invitation to this address waits, in any organization: somebody who belongs to none yet may need a new
-- password to accept it. Found by the exact address; tells nothing else.
create function is_invited(invited_address text, at timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select exists (select from account_link l
                   where l.purpose = 'join' and lower(l.email) = lower(invited_address) and l.used_at is null
                     and l.replaced_at is null and l.expires_at > at);
  end;
create index account_link_invited on account_link (lower(email)) where purpose = 'join' and used_at is null and replaced_at is null;
revoke execute on function is_invited(text, timestamptz) from public;
grant execute on function is_invited(text, timestamptz) to leadlight_app;
