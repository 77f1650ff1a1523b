-- Settings say which revision of them they are, so that of two people who change them the second is told; and the access
-- log holds what its entries are about in a form that can be read.

alter table working_calendar add column revision uuid not null default gen_random_uuid();
alter table installation add column policy_revision uuid not null default gen_random_uuid();

-- Changes the policy: see 0009. A change makes another revision; saying what is so already does not.
create or replace function change_policy(changes jsonb) returns installation
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  before installation;
  wanted installation;
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'the policy is the operator''s' using errcode = 'insufficient_privilege';
  end if;
  select * into strict before from installation for update;
  wanted := before;
  wanted.lead_expiry_hours := coalesce((changes ->> 'expiryHours')::integer, before.lead_expiry_hours);
  wanted.hot_lead_hours := coalesce((changes ->> 'hotHours')::integer, before.hot_lead_hours);
  wanted.informational_lead_months := coalesce((changes ->> 'informationalMonths')::integer, before.informational_lead_months);
  wanted.mails_per_day := coalesce((changes ->> 'mailsPerDay')::integer, before.mails_per_day);
  wanted.digest_hour := coalesce((changes ->> 'digestHour')::integer, before.digest_hour);
  if wanted is distinct from before then
    update installation set
      lead_expiry_hours = wanted.lead_expiry_hours, hot_lead_hours = wanted.hot_lead_hours,
      informational_lead_months = wanted.informational_lead_months, mails_per_day = wanted.mails_per_day,
      digest_hour = wanted.digest_hour, policy_revision = gen_random_uuid();
  end if;
  return before;
end
$$;

------------------------------------------------------------------------------------------------- the access log

-- Facts of an entry beside its words: an export's filter, format, rows and ids or the hash of them; the secret that was
-- made or revoked; whom a role was given to; the name before and after.
alter table access_log
  add column facts jsonb,
  -- the program that acted, where it was one
  add column actor_token_id uuid;
