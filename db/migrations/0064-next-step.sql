-- What happens next with a lead, and when (WS-16; decision 050): a day, and perhaps a moment of it. It goes when the lead
-- is closed.
alter table lead
  add column next_step text check (next_step <> ''),
  add column next_step_day date,
  add column next_step_at timestamptz(3),
  -- Who is reminded where nobody owns the lead and it has no team.
  add column next_step_by uuid references person,
  add constraint lead_next_step_whole check (
    (next_step is null) = (next_step_day is null)
    and (next_step is not null or next_step_at is null and next_step_by is null));

-- All filters read what they compare and count from indexes alone (WS-3).
drop index lead_list;
create index lead_list on lead (organization_id, tab, received_at desc, id desc)
  include (status, call_to_action, country, lead_source, lead_type, lead_quality, email_validity, phone_validity,
           location_id, available_until, expires_at, customer_name, customer_sort, status_sort, quality_sort, value_sort,
           expiry_sort, is_test, assigned_to, hot_until, estimated_purchase_date, closed_at, offer_name, next_step_day);

-- What is due: a handful among all leads.
create index lead_next_step on lead (organization_id, next_step_day, tab) where next_step_day is not null;

-- Texts that people begin a reply with: their own, or shared with everyone who works on leads (WS-17).
create table reply_template (
  organization_id uuid not null references organization,
  id uuid not null,
  owner_id uuid not null references person,
  shared boolean not null,
  name text not null,
  subject text not null,
  text text not null,
  version integer not null default 1,
  updated_at timestamptz(3) not null,
  primary key (organization_id, id)
);
create index reply_template_owner on reply_template (organization_id, owner_id);
alter table reply_template enable row level security;
create policy tenant on reply_template to leadlight_app using (organization_id = current_organization_id());
grant select, insert, update, delete on reply_template to leadlight_app;
