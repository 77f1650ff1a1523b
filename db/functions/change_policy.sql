-- Changes the policy for the operator, on whose behalf the transaction works: what `changes` names. A change makes
-- another revision; saying what is so already does not. Returns the installation as it was before; of two at once
-- the second waits for the first.
--
-- For the application. Runs as its owner, because the application may only read the installation: it refuses whoever
-- is not the operator.
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
revoke execute on function change_policy from public, leadlight_app, leadlight_worker;
grant execute on function change_policy to leadlight_app;
