-- Protection of the public forms (IN-7): what rendered forms are signed with, which of them were sent, and the
-- operator's quarantine of submissions that look like spam.

-- One row: every process signs with the same secret, and forms stay valid over a restart.
create table form_secret (
  only_row boolean primary key default true check (only_row),
  secret bytea not null
);
-- Each of the two holds 122 bits from the server's strong source.
insert into form_secret (secret)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

-- What was sent with a rendered form: its proof of work counts for the first content only. Kept until the form expires.
create table form_use (
  organization_id uuid not null references organization,
  form_key uuid not null,
  content_hash bytea not null,
  expires_at timestamptz(3) not null,
  primary key (organization_id, form_key, content_hash)
);
create index form_use_expiry on form_use (organization_id, expires_at);

-- Submissions that wait for the operator, and those that it decided on. They belong to the operator's organization.
create table suspected_submission (
  organization_id uuid not null references organization,
  id uuid not null,
  state text not null check (state in ('suspected', 'released', 'spam')),
  door text not null check (door in ('offer-page', 'profile-page')),
  partner_id uuid not null references organization,
  -- the offer's title or the profile's name, as the customer read it
  page_title text not null,
  page_path text not null,
  signals text[] not null check (cardinality(signals) > 0),
  -- probability that its words are spam, judged when it arrived; null: too few decisions to learn from
  text_score real check (text_score between 0 and 1),
  -- numbers of its words in quarantine_word; they outlive the text, so that a decision can be taken back exactly
  word_numbers integer[] not null,
  -- the lead that it becomes when it is released; null once its contact details are removed
  lead jsonb,
  request_key bytea not null,
  request_hash bytea not null,
  received_at timestamptz(3) not null,
  decided_at timestamptz(3),
  decided_by_name text,
  -- the lead that a released submission became, in the partner's organization
  lead_id uuid,
  primary key (organization_id, id),
  check ((state = 'suspected') = (decided_at is null)),
  check (state <> 'suspected' or lead is not null)
);
create unique index suspected_submission_once on suspected_submission (organization_id, request_key);
create index suspected_submission_list on suspected_submission (organization_id, state, id desc);

-- How often each word stood in submissions that the operator decided on. Words are hashed to numbers, so the table has
-- a largest size and holds nobody's words; number -1 counts the submissions themselves.
create table quarantine_word (
  organization_id uuid not null references organization,
  number integer not null check (number between -1 and 65535),
  spam integer not null default 0 check (spam >= 0),
  released integer not null default 0 check (released >= 0),
  primary key (organization_id, number)
);

grant select on form_secret to leadlight_app;
grant select, insert, update, delete on form_use, suspected_submission, quarantine_word to leadlight_app;

alter table form_use enable row level security;
alter table suspected_submission enable row level security;
alter table quarantine_word enable row level security;
create policy tenant on form_use to leadlight_app
  using (organization_id = current_organization_id());
create policy tenant on suspected_submission to leadlight_app
  using (organization_id = current_organization_id());
create policy tenant on quarantine_word to leadlight_app
  using (organization_id = current_organization_id());
