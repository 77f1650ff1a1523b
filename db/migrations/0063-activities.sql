-- What colleagues did about a lead, and what they noted (WS-15; decision 050). It goes with the lead: with the lead's
-- row, its activities are deleted.
create table lead_activity (
  organization_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  kind text not null check (kind in ('note', 'call', 'email', 'meeting')),
  at timestamptz(3) not null,
  outcome text check (
    outcome is null
    or kind = 'call' and outcome in ('reached', 'left-message', 'no-answer', 'wrong-number')
    or kind = 'email' and outcome in ('sent', 'answered', 'bounced')
    or kind = 'meeting' and outcome in ('held', 'postponed', 'canceled', 'no-show')),
  -- People are mentioned as @{id}.
  text text check (text <> ''),
  author_kind text not null check (author_kind in ('person', 'token')),
  author_person_id uuid references person,
  author_token_id uuid,
  author_name text not null,
  created_at timestamptz(3) not null,
  edited_at timestamptz(3),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade,
  check (num_nonnulls(author_person_id, author_token_id) = 1),
  check (kind <> 'note' or text is not null)
);
create index lead_activity_lead on lead_activity (organization_id, lead_id, at desc, id desc);
alter table lead_activity enable row level security;
create policy tenant on lead_activity to leadlight_app using (organization_id = current_organization_id());
grant select, insert, update, delete on lead_activity to leadlight_app;

-- A repeated request adds no second activity.
alter table request_receipt drop constraint request_receipt_door_check,
  add constraint request_receipt_door_check
    check (door in ('api-token', 'intake-endpoint', 'announcement', 'bulk-action', 'activity'));
