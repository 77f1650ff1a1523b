-- Who is told about what, once (NT-1 to NT-4): the outbox, the ledger of what was told, and what people chose.

-- What links that cannot be guessed are derived from (invitations, resets, customers' pages): nothing that opens a
-- door is stored. One row; kept apart from the forms' secret, so that either can be replaced alone.
create table link_secret (
  only_row boolean primary key default true check (only_row),
  secret bytea not null
);
-- Each of the two holds 122 bits from the server's strong source.
insert into link_secret (secret)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

-- An address is known to work once its owner opened a link that was sent there, and not to once a mail came back.
alter table person
  add column email_verified_at timestamptz(3),
  add column email_refused_at timestamptz(3),
  add column email_refused_reason text;

-- Categories of mail that a person switched off; those that are not here are on.
create table mail_preference (
  person_id uuid not null references person on delete cascade,
  category text not null,
  by_mail boolean not null,
  changed_at timestamptz(3) not null,
  primary key (person_id, category)
);

-- Every mail. It belongs to the organization of its recipient (a customer's to the operator) and never carries a
-- customer's contact details; its text is made from `content` when it is sent or looked at.
create table mail (
  organization_id uuid not null references organization,
  id uuid not null,
  kind text not null,
  -- null: a customer, or a contact of a profile location who has no account
  person_id uuid references person,
  address text not null,
  recipient_name text not null,
  locale text not null,
  time_zone text not null,
  content jsonb not null,
  lead_ids uuid[] not null default '{}',
  -- why it went to this recipient, in words
  reason text not null,
  state text not null check (state in ('kept', 'waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  -- when it is tried next
  due_at timestamptz(3) not null,
  error text,
  created_at timestamptz(3) not null,
  sent_at timestamptz(3),
  returned_at timestamptz(3),
  return_reason text,
  primary key (organization_id, id),
  check ((state = 'sent') = (sent_at is not null))
);
create index mail_newest on mail (organization_id, created_at desc, id desc);
create index mail_due on mail (due_at) where state = 'waiting';
-- each minute the worker looks for kept mails that are young enough to be sent
create index mail_kept on mail (created_at) where state = 'kept';
create index mail_address on mail (lower(address), created_at desc);
create index mail_leads on mail using gin (organization_id, lead_ids);

-- What each recipient was told about each lead: that a row is here is why nothing is told twice.
create table lead_notice (
  organization_id uuid not null,
  lead_id uuid not null,
  kind text not null check (kind in ('new-lead', 'expiring-soon', 'team-assignment', 'sent-lead', 'direct-expired')),
  -- the person's id, or the address of somebody without an account
  recipient text not null,
  -- tells apart what can happen to a lead more than once
  occasion text not null default '',
  person_id uuid references person,
  address text not null,
  way text not null check (way in ('individual', 'digest', 'unmailed')),
  reason text not null,
  -- when the digest of a row that waits for one is due
  digest_at timestamptz(3),
  -- the mail that carries it; it may belong to another organization, so nothing refers to its row
  mail_organization_id uuid,
  mail_id uuid,
  created_at timestamptz(3) not null,
  primary key (organization_id, lead_id, kind, recipient, occasion),
  foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade,
  check ((way = 'digest') = (digest_at is not null)),
  check (way <> 'individual' or mail_id is not null)
);
create index lead_notice_digest on lead_notice (digest_at) where way = 'digest' and mail_id is null;

-- How many leads a recipient was mailed one by one on a day of their time zone (NT-2).
create table notice_day (
  organization_id uuid not null references organization,
  recipient text not null,
  day date not null,
  individual integer not null default 0,
  primary key (organization_id, recipient, day)
);

-- Digests that are due: ids across organizations, for the worker; everything else happens as the organization.
create function find_due_digests(at timestamptz) returns table (organization_id uuid, recipient text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select distinct n.organization_id, n.recipient from lead_notice n
    where n.way = 'digest' and n.mail_id is null and n.digest_at <= at;
  end;

-- Mails that are due and whose job may be lost, oldest first.
create function find_due_mails(at timestamptz, maximum integer) returns table (organization_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select m.organization_id, m.id from mail m
    where m.state = 'waiting' and m.due_at <= at
    order by m.due_at limit maximum;
  end;

-- Mails that were kept for want of a mail server and are young enough to be sent now.
create function release_kept_mails(since timestamptz, at timestamptz) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    with released as (
      update mail set state = 'waiting', due_at = at where state = 'kept' and created_at >= since returning 1)
    select count(*)::integer from released;
  end;

-- Mails to an address came back: marks those of the last days and the person behind it. Returns how many mails.
create function mark_returned_mails(returned_address text, message_id uuid, why text, since timestamptz, at timestamptz) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    update person set email_refused_at = at, email_refused_reason = why
    where lower(email) = lower(returned_address);
    with marked as (
      update mail set returned_at = at, return_reason = why
      where lower(address) = lower(returned_address) and created_at >= since and returned_at is null
        and (message_id is null or id = message_id)
      returning 1)
    select count(*)::integer from marked;
  end;

grant select, insert, update, delete on mail_preference, mail, lead_notice, notice_day to leadlight_app;
grant select on link_secret to leadlight_app;
revoke execute on function find_due_digests(timestamptz), find_due_mails(timestamptz, integer),
  release_kept_mails(timestamptz, timestamptz), mark_returned_mails(text, uuid, text, timestamptz, timestamptz) from public;
grant execute on function find_due_digests(timestamptz), find_due_mails(timestamptz, integer),
  release_kept_mails(timestamptz, timestamptz), mark_returned_mails(text, uuid, text, timestamptz, timestamptz) to leadlight_app;

alter table mail enable row level security;
alter table lead_notice enable row level security;
alter table notice_day enable row level security;
create policy tenant on mail to leadlight_app using (organization_id = current_organization_id());
create policy tenant on lead_notice to leadlight_app using (organization_id = current_organization_id());
create policy tenant on notice_day to leadlight_app using (organization_id = current_organization_id());
