-- Actions on many leads at once (WS-6): what a person ordered, and each lead with what became of it. A lead's result is
-- written in the transaction that changes the lead, so that each is done once, however often the work is interrupted.

create table bulk_action (
  organization_id uuid not null references organization,
  id uuid not null,
  -- Only they see it; it is done in their name.
  person_id uuid not null references person,
  action text not null check (action in ('accept', 'decline', 'assign', 'favorite', 'unfavorite', 'report-spam', 'close-as-error')),
  -- What the order says besides the leads: the deal, the reason, the people.
  details jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  total integer not null,
  -- Leads are worked in the order of their places: the next one is done + refused + 1.
  done integer not null default 0,
  refused integer not null default 0,
  -- How often in a row a batch could not be written.
  failures smallint not null default 0,
  -- The bulk action that this one undoes.
  undoes uuid,
  created_at timestamptz(3) not null,
  started_at timestamptz(3),
  ended_at timestamptz(3),
  primary key (organization_id, id),
  unique (organization_id, undoes)
);
create index bulk_action_of_person on bulk_action (organization_id, person_id, id desc);
create index bulk_action_open on bulk_action (organization_id) where ended_at is null;
create index bulk_action_by_age on bulk_action (created_at);

create table bulk_action_lead (
  organization_id uuid not null,
  bulk_action_id uuid not null,
  place integer not null,
  -- No reference: the lead may move to another organization.
  lead_id uuid not null,
  -- The version that the lead had when the action was ordered; null: the person could not see it.
  version integer,
  -- null: its turn has not come. unchanged: it was so before.
  outcome text check (outcome in ('done', 'unchanged', 'refused')),
  reason text,
  -- The state that did not allow the action.
  lead_state text,
  -- The version after the change.
  new_version integer,
  -- Whose the lead was before it was assigned.
  former_owner_id uuid,
  -- In a bulk action that undoes an assignment: whose it becomes again.
  wanted_owner_id uuid,
  primary key (organization_id, bulk_action_id, place),
  foreign key (organization_id, bulk_action_id) references bulk_action on delete cascade
  -- Each row is written once more: there is room for it on the same page.
) with (fillfactor = 60);

grant select, insert, update on bulk_action, bulk_action_lead to leadlight_app;
alter table bulk_action enable row level security;
create policy tenant on bulk_action to leadlight_app using (organization_id = current_organization_id());
alter table bulk_action_lead enable row level security;
create policy tenant on bulk_action_lead to leadlight_app using (organization_id = current_organization_id());

alter table request_receipt drop constraint request_receipt_door_check,
  add constraint request_receipt_door_check check (door in ('api-token', 'intake-endpoint', 'announcement', 'bulk-action'));
