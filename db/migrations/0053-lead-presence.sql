-- Who has a lead open right now (WS-9; decision 046). Rows live for seconds: unlogged, they cost no write-ahead log, and
-- a crash of the database loses nothing that would still be true.

create unlogged table lead_presence (
  organization_id uuid not null,
  lead_id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  doing text not null check (doing in ('looking', 'working')),
  until timestamptz(3) not null,
  primary key (organization_id, lead_id, person_id),
  foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade
);
create index lead_presence_person on lead_presence (person_id);
alter table lead_presence enable row level security;
create policy tenant on lead_presence to leadlight_app using (organization_id = current_organization_id());
grant select, insert, update, delete on lead_presence to leadlight_app;
