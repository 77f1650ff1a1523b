-- Requests of people that made something: when an answer got lost, the same request is recognized by its
-- Idempotency-Key and makes nothing twice. Leads have receipts of their own (intake_receipt).
create table request_receipt (
  organization_id uuid not null references organization,
  -- The person or the token that sent it.
  sender_id uuid not null,
  door text not null check (door in ('api-token', 'intake-endpoint', 'announcement')),
  -- Both SHA-256.
  key bytea not null,
  request_hash bytea not null,
  made_id uuid not null,
  received_at timestamptz(3) not null,
  primary key (organization_id, sender_id, door, key)
);
grant select, insert on request_receipt to leadlight_app;
alter table request_receipt enable row level security;
create policy tenant on request_receipt to leadlight_app using (organization_id = current_organization_id());
