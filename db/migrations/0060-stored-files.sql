-- Files that Leadlight keeps for a while: uploads of imports, and exports that are made in the background (EX-1, EX-2).
-- They are written and read part by part, so that no process ever holds a whole one.

create table stored_file (
  organization_id uuid not null references organization,
  id uuid not null,
  -- Whose file it is; it goes when they do.
  person_id uuid not null references person on delete cascade,
  kind text not null,
  name text not null,
  content_type text not null,
  size_bytes bigint not null default 0,
  part_count integer not null default 0,
  -- Null: it is still being written.
  completed_at timestamptz(3),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  primary key (organization_id, id)
);
create index stored_file_of_person on stored_file (organization_id, person_id, kind, id desc);
create index stored_file_person on stored_file (person_id);
create index stored_file_expiry on stored_file (expires_at);

create table stored_file_part (
  organization_id uuid not null,
  file_id uuid not null,
  number integer not null,
  bytes bytea not null,
  primary key (organization_id, file_id, number),
  foreign key (organization_id, file_id) references stored_file on delete cascade
);
-- Most of them are packed already, and the others are read as fast as they come.
alter table stored_file_part alter column bytes set storage external;

grant select, insert, update, delete on stored_file to leadlight_app;
grant select, insert on stored_file_part to leadlight_app;
alter table stored_file enable row level security;
create policy tenant on stored_file to leadlight_app using (organization_id = current_organization_id());
alter table stored_file_part enable row level security;
create policy tenant on stored_file_part to leadlight_app using (organization_id = current_organization_id());
