-- What the list remembers: saved views, each person's own version of them (layers), who follows them, and what each
-- person chose outside views (WS-2, WS-3; decision 042).

create table saved_view (
  organization_id uuid not null references organization (id),
  id uuid not null,
  owner_id uuid not null references person (id) on delete cascade,
  name text not null,
  shared boolean not null,
  definition jsonb not null,
  version integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (organization_id, id)
);
create index saved_view_owner on saved_view (organization_id, owner_id);
alter table saved_view enable row level security;
create policy tenant on saved_view to leadlight_app using (organization_id = current_organization_id());
grant select, insert, update, delete on saved_view to leadlight_app;

create table saved_view_layer (
  organization_id uuid not null,
  view_id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  definition jsonb not null,
  updated_at timestamptz(3) not null,
  primary key (organization_id, view_id, person_id),
  foreign key (organization_id, view_id) references saved_view (organization_id, id) on delete cascade
);
create index saved_view_layer_person on saved_view_layer (organization_id, person_id);
alter table saved_view_layer enable row level security;
create policy own on saved_view_layer to leadlight_app
  using (organization_id = current_organization_id() and person_id = current_person_id());
grant select, insert, update, delete on saved_view_layer to leadlight_app;

create table saved_view_follower (
  organization_id uuid not null,
  view_id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  since timestamptz(3) not null,
  primary key (organization_id, view_id, person_id),
  foreign key (organization_id, view_id) references saved_view (organization_id, id) on delete cascade
);
create index saved_view_follower_person on saved_view_follower (organization_id, person_id);
alter table saved_view_follower enable row level security;
create policy tenant on saved_view_follower to leadlight_app using (organization_id = current_organization_id());
grant select, insert, update, delete on saved_view_follower to leadlight_app;

create table desk (
  organization_id uuid not null references organization (id),
  person_id uuid not null references person (id) on delete cascade,
  look jsonb,
  last_query jsonb,
  default_view_id uuid,
  updated_at timestamptz(3) not null,
  primary key (organization_id, person_id),
  foreign key (organization_id, default_view_id) references saved_view (organization_id, id)
    on delete set null (default_view_id)
);
create index desk_default_view on desk (organization_id, default_view_id) where default_view_id is not null;
alter table desk enable row level security;
create policy own on desk to leadlight_app
  using (organization_id = current_organization_id() and person_id = current_person_id());
grant select, insert, update on desk to leadlight_app;
