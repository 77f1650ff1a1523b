-- needs: withdraw_exports
-- Exports that are made in the background (EX-1): what a person asked for, and how far the file has come. The file
-- itself is a stored file.

create table lead_export (
  organization_id uuid not null references organization,
  id uuid not null,
  -- Only they see it; it is made in their name.
  person_id uuid not null references person on delete cascade,
  format text not null check (format in ('csv', 'tsv', 'xlsx')),
  -- What to export; empty once it has ended, because a search may name people.
  query jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  -- Why it failed.
  failure text check (failure in ('broken', 'too-large', 'not-allowed')),
  -- null: not counted yet.
  rows integer,
  rows_done integer not null default 0,
  -- How often in a row the file broke off.
  failures smallint not null default 0,
  -- The stored file that is written, or was. No reference: it may be over before the export is.
  file_id uuid,
  file_name text,
  size_bytes bigint,
  created_at timestamptz(3) not null,
  started_at timestamptz(3),
  ended_at timestamptz(3),
  -- From then on, there is neither a file nor an export.
  expires_at timestamptz(3) not null,
  primary key (organization_id, id)
);
create index lead_export_of_person on lead_export (organization_id, person_id, id desc);
create index lead_export_person on lead_export (person_id);
create index lead_export_expiry on lead_export (expires_at);

grant select, insert, update, delete on lead_export to leadlight_app;
alter table lead_export enable row level security;
create policy tenant on lead_export to leadlight_app using (organization_id = current_organization_id());

create trigger withdraw_exports after update or delete on membership
  for each row execute function withdraw_exports();
