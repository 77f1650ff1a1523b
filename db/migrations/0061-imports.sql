-- Leads from files (EX-2): what was brought, and each row with what happens to it. A row's result is written in the
-- transaction that writes its lead, so that each is written once, however often the work is interrupted.

create table lead_import (
  organization_id uuid not null references organization,
  id uuid not null,
  -- It is done in their name.
  person_id uuid not null references person,
  -- Null: the file is no longer needed.
  file_id uuid,
  file_name text not null,
  file_bytes bigint not null,
  state text not null check (state in ('checking', 'ready', 'running', 'paused', 'done', 'cancelled', 'failed', 'undoing', 'undone')),
  -- How the file is read, and which columns fill which fields.
  reading jsonb not null,
  -- How rows are matched, and what holds for rows that do not say.
  settings jsonb not null,
  problem jsonb,
  -- A change of how the file is read begins a new dry run; work for an earlier one ends.
  round integer not null default 1,
  checked_rows integer not null default 0,
  -- The last row that was looked through, and the last that was written or taken back.
  checked_place integer not null default 0,
  place integer not null default 0,
  create_count integer not null default 0,
  update_count integer not null default 0,
  unchanged_count integer not null default 0,
  skip_count integer not null default 0,
  reject_count integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  left_alone integer not null default 0,
  removed integer not null default 0,
  restored integer not null default 0,
  kept integer not null default 0,
  -- How often in a row a batch could not be written.
  failures smallint not null default 0,
  created_at timestamptz(3) not null,
  checked_at timestamptz(3),
  started_at timestamptz(3),
  ended_at timestamptz(3),
  undone_at timestamptz(3),
  primary key (organization_id, id),
  foreign key (organization_id, file_id) references stored_file on delete set null (file_id)
);
create index lead_import_by_age on lead_import (created_at);
create index lead_import_file on lead_import (organization_id, file_id) where file_id is not null;

create table lead_import_row (
  organization_id uuid not null,
  import_id uuid not null,
  -- Its place in the file, as a spreadsheet counts.
  number integer not null,
  -- A list of texts, as in the file.
  cells json not null,
  outcome text not null check (outcome in ('create', 'update', 'unchanged', 'skip', 'reject')),
  -- What the row is recognized by; null: by nothing.
  match_key text,
  -- The lead that it is, or became. No reference: that may be in another organization, or gone.
  lead_id uuid,
  -- Whose the lead is; null: the organization’s own.
  lead_organization_id uuid,
  -- Why it is rejected or skipped, and what of it stays as it is.
  reasons json,
  result text check (result in ('created', 'updated', 'left', 'removed', 'restored', 'kept')),
  -- What an update replaced. The version of the lead: seen by the dry run, and then left by the import.
  former json,
  new_version integer,
  primary key (organization_id, import_id, number),
  foreign key (organization_id, import_id) references lead_import on delete cascade
  -- Rows that are written get their result: there is room for it on the same page.
) with (fillfactor = 80);
create index lead_import_row_key on lead_import_row (organization_id, import_id, match_key, number) where match_key is not null;
create index lead_import_row_by_outcome on lead_import_row (organization_id, import_id, outcome, number)
  where outcome in ('skip', 'reject');

-- Which columns filled which fields the last time, by the headers of the file.
create table lead_import_mapping (
  organization_id uuid not null references organization,
  -- SHA-256 of the headers.
  headers bytea not null,
  mapping jsonb not null,
  updated_at timestamptz(3) not null,
  primary key (organization_id, headers)
);

grant select, insert, update on lead_import to leadlight_app;
grant select, insert, update, delete on lead_import_row to leadlight_app;
grant select, insert, update on lead_import_mapping to leadlight_app;
alter table lead_import enable row level security;
create policy tenant on lead_import to leadlight_app using (organization_id = current_organization_id());
alter table lead_import_row enable row level security;
create policy tenant on lead_import_row to leadlight_app using (organization_id = current_organization_id());
alter table lead_import_mapping enable row level security;
create policy tenant on lead_import_mapping to leadlight_app using (organization_id = current_organization_id());

-- A row is recognized by the id that another program gave the lead.
create index lead_by_crm_id on lead (organization_id, crm_id) where crm_id is not null;
