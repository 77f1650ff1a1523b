-- Business profiles as partners edit and publish them (BP-10 to BP-17). What is published stands in business_profile and
-- profile_location; the draft beside it is one row for each field that was changed.

alter table business_profile
  -- Counts every change of the draft and of what is published.
  add column revision bigint not null default 1 check (revision > 0),
  add column linked_in text,
  add column languages text[] not null default '{}' check (cardinality(languages) <= 10),
  -- Codes of the vocabularies of the same names.
  add column industries text[] not null default '{}' check (cardinality(industries) <= 14),
  add column products text[] not null default '{}' check (cardinality(products) <= 20),
  add column services text[] not null default '{}' check (cardinality(services) <= 10),
  add column solutions text[] not null default '{}' check (cardinality(solutions) <= 15),
  -- Empty: all sizes.
  add column customer_sizes text[] not null default '{}' check (cardinality(customer_sizes) <= 11),
  add column opt_out_of_other_sizes boolean not null default false,
  add column budget_from_minor bigint check (budget_from_minor >= 0),
  add column budget_from_currency text check (budget_from_currency ~ '^[A-Z]{3}$'),
  add column logo_id uuid,
  -- When its first page could be seen.
  add column first_published_at timestamptz(3),
  -- The last day on which the partner takes no requests; applies at once, whatever is published.
  add column unavailable_until date,
  add column unavailable_since date,
  add check ((budget_from_minor is null) = (budget_from_currency is null)),
  add check ((unavailable_until is null) = (unavailable_since is null)),
  -- Tags are what its fields say, and in the partner's own words.
  drop constraint if exists business_profile_tags_check,
  add check (cardinality(tags) <= 100);
update business_profile set first_published_at = published_at;
-- In the partner's own words.
alter table business_profile add column skills text[] not null default '{}' check (cardinality(skills) <= 50);
update business_profile set skills = tags;

alter table profile_location
  add column name text,
  add column street text not null default '',
  add column city text not null default '',
  add column state text not null default '',
  add column postal_code text not null default '',
  add column country text,
  add column phone text not null default '',
  add column contact_phone text not null default '',
  -- The address stands as typed, although it is on no map.
  add column keep_address boolean not null default false,
  -- Where it is; null: on no map, so no search by distance finds it.
  add column latitude double precision check (latitude between -90 and 90),
  add column longitude double precision check (longitude between -180 and 180),
  add check ((latitude is null) = (longitude is null));
update profile_location page
set name = location.name, country = location.country, city = coalesce(location.city, '')
from location
where location.organization_id = page.organization_id and location.id = page.location_id;
alter table profile_location alter column name set not null, alter column country set not null;

-- Every address that a page ever had: none is given twice, and those whose page is gone say so.
create table page_address (
  slug text primary key,
  organization_id uuid not null references organization,
  page_id uuid not null,
  created_at timestamptz(3) not null,
  unique (organization_id, slug)
);
insert into page_address (slug, organization_id, page_id, created_at)
select slug, organization_id, id, created_at from profile_location;
alter table profile_location add foreign key (organization_id, slug) references page_address (organization_id, slug);
grant select, insert on page_address to leadlight_app;
alter table page_address enable row level security;
create policy public on page_address for select to leadlight_app using (true);
create policy tenant on page_address to leadlight_app using (organization_id = current_organization_id());

create table profile_draft_field (
  organization_id uuid not null,
  profile_id uuid not null,
  -- `description`, or `locations.` and the id of one.
  field text not null,
  -- Those of locations stand in the order in which they were added.
  number bigint not null generated always as identity,
  -- Of a location that is to go: null.
  value jsonb not null,
  -- The revision of the profile at which it was changed last.
  revision bigint not null,
  changed_by uuid references person on delete set null,
  changed_at timestamptz(3) not null,
  primary key (organization_id, profile_id, field),
  foreign key (organization_id, profile_id) references business_profile on delete cascade
);
create index profile_draft_field_person on profile_draft_field (changed_by);

-- Logos as they were redrawn; they never change.
create table profile_logo (
  organization_id uuid not null,
  id uuid not null,
  profile_id uuid not null,
  -- Of the picture as it came, in pixels.
  width integer not null,
  height integer not null,
  created_at timestamptz(3) not null,
  primary key (organization_id, id),
  foreign key (organization_id, profile_id) references business_profile on delete cascade
);
create index profile_logo_profile on profile_logo (organization_id, profile_id);
create table profile_logo_picture (
  organization_id uuid not null,
  logo_id uuid not null,
  side smallint not null,
  content_type text not null check (content_type in ('image/png', 'image/webp')),
  bytes bytea not null,
  primary key (organization_id, logo_id, side, content_type),
  foreign key (organization_id, logo_id) references profile_logo on delete cascade
);
create index profile_logo_picture_logo on profile_logo_picture (logo_id);

-- Who has the editor of a profile open (BP-13).
create table profile_editor (
  organization_id uuid not null,
  profile_id uuid not null,
  person_id uuid not null references person on delete cascade,
  step text not null,
  seen_at timestamptz(3) not null,
  primary key (organization_id, profile_id, person_id),
  foreign key (organization_id, profile_id) references business_profile on delete cascade
);
create index profile_editor_person on profile_editor (person_id);

-- Addresses of contacts that are no members of the organization, with the link that they were sent.
create table profile_contact (
  organization_id uuid not null references organization,
  -- In lower case.
  email_key text not null,
  -- What its link is signed for; a new one with every link.
  id uuid not null unique,
  asked_at timestamptz(3) not null,
  confirmed_at timestamptz(3),
  primary key (organization_id, email_key)
);

-- What changed in the directory, for those who keep it in memory: they read what is newer than their last snapshot.
create table directory_change (
  number bigint primary key generated always as identity,
  organization_id uuid not null,
  page_id uuid not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  changed_at timestamptz(3) not null default now()
);
create index directory_change_transaction on directory_change (transaction_id);

grant select, insert, update, delete on profile_draft_field, profile_editor, profile_contact to leadlight_app;
grant select, insert, delete on profile_logo to leadlight_app;
grant select, insert on profile_logo_picture to leadlight_app;
grant select, insert, delete on directory_change to leadlight_app;
grant insert, update, delete on business_profile, profile_location to leadlight_app;
grant insert on location to leadlight_app;

alter table profile_draft_field enable row level security;
create policy tenant on profile_draft_field to leadlight_app using (organization_id = current_organization_id());
alter table profile_logo enable row level security;
create policy tenant on profile_logo to leadlight_app using (organization_id = current_organization_id());
create policy published on profile_logo for select to leadlight_app using (exists (
  select from business_profile p
  where p.organization_id = profile_logo.organization_id and p.logo_id = profile_logo.id and p.published_at is not null));
alter table profile_logo_picture enable row level security;
create policy tenant on profile_logo_picture to leadlight_app using (organization_id = current_organization_id());
create policy published on profile_logo_picture for select to leadlight_app using (exists (
  select from business_profile p
  where p.organization_id = profile_logo_picture.organization_id and p.logo_id = profile_logo_picture.logo_id
    and p.published_at is not null));
alter table profile_editor enable row level security;
create policy tenant on profile_editor to leadlight_app using (organization_id = current_organization_id());
alter table profile_contact enable row level security;
create policy tenant on profile_contact to leadlight_app using (organization_id = current_organization_id());
alter table directory_change enable row level security;
create policy public on directory_change for select to leadlight_app using (true);
create policy tenant on directory_change to leadlight_app using (organization_id = current_organization_id());
