-- Links that are sent by mail (ID-5): invitations, new passwords, confirmed addresses.

-- One row for each link; the link itself is derived from its id and stored nowhere. It belongs to the organization that
-- invites, or whose outbox holds the mail. It opens something once, until it expires, is replaced or taken back.
create table account_link (
  organization_id uuid not null references organization,
  id uuid not null,
  purpose text not null check (purpose in ('join', 'reset', 'verify')),
  -- the account it is for; null for an invitation
  person_id uuid references person on delete cascade,
  -- where it was sent; of a verification, the address that counts once it is opened
  email text not null,
  -- what an invitation offers
  name text,
  roles text[],
  location_id uuid,
  invited_by uuid references person,
  invited_by_name text,
  -- the inviter was shown the link, so opening it does not prove that the address works
  handed_over boolean not null default false,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  -- by a newer link, or because it was taken back
  replaced_at timestamptz(3),
  primary key (organization_id, id),
  foreign key (organization_id, location_id) references location (organization_id, id),
  check ((purpose = 'join') = (person_id is null)),
  check ((purpose = 'join') = (name is not null and roles is not null and invited_by_name is not null))
);
create index account_link_invitations on account_link (organization_id, created_at desc)
  where purpose = 'join' and used_at is null and replaced_at is null;
create index account_link_person on account_link (person_id, purpose) where used_at is null and replaced_at is null;

-- Requests for a new password, counted for unknown accounts as well. The account is kept hashed: what somebody typed
-- by mistake must not be stored.
create table password_reset_request (
  id bigint generated always as identity primary key,
  account_hash bytea not null,
  address text not null,
  at timestamptz(3) not null
);
create index password_reset_request_account on password_reset_request (account_hash, at);
create index password_reset_request_address on password_reset_request (address, at);

-- A link is found before anybody is known: only its exact id finds it, and the caller has checked its signature.
create function find_account_link(link_id uuid, link_purpose text)
  returns table (organization_id uuid, organization_name text, organization_kind text, id uuid, person_id uuid, email text,
                 name text, roles text[], location_id uuid, location_name text, invited_by_name text, handed_over boolean,
                 expires_at timestamptz, used_at timestamptz, replaced_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.organization_id, o.name, o.kind, l.id, l.person_id, l.email, l.name, l.roles, l.location_id, p.name,
           l.invited_by_name, l.handed_over, l.expires_at, l.used_at, l.replaced_at
    from account_link l
    join organization o on o.id = l.organization_id
    left join location p on p.organization_id = l.organization_id and p.id = l.location_id
    where l.id = link_id and l.purpose = link_purpose;
  end;

-- The address that waits to be confirmed for a person, whichever organization the mail went out from.
create function find_waiting_verification(of_person uuid, at timestamptz) returns table (email text, expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.email, l.expires_at from account_link l
    where l.person_id = of_person and l.purpose = 'verify' and l.used_at is null and l.replaced_at is null and l.expires_at > at
    order by l.created_at desc limit 1;
  end;

-- Ends the links of a person that wait, in all organizations.
create function replace_account_links(of_person uuid, link_purpose text, at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    update account_link l set replaced_at = at
    where l.person_id = of_person and l.purpose = link_purpose and l.used_at is null and l.replaced_at is null;
  end;

grant select, insert, update, delete on account_link, password_reset_request to leadlight_app;
grant usage on sequence password_reset_request_id_seq to leadlight_app;
revoke execute on function find_account_link(uuid, text), find_waiting_verification(uuid, timestamptz),
  replace_account_links(uuid, text, timestamptz) from public;
grant execute on function find_account_link(uuid, text), find_waiting_verification(uuid, timestamptz),
  replace_account_links(uuid, text, timestamptz) to leadlight_app;

alter table account_link enable row level security;
create policy tenant on account_link to leadlight_app using (organization_id = current_organization_id());
