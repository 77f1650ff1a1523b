-- A lead on its own pays for planning, for the expressions of its generated columns, for a flush to disk and for
-- waking the workers; leads stored together share all of that. So the doors store the leads that arrive at the
-- same moment for the same organizations in one statement.
drop function take_lead(jsonb, jsonb, jsonb, text, json);

-- Stores leads of one organization with the receipts of their requests (all of one organization and door), their
-- first events and, for each task that some of them need, one job for all of these: all or nothing. Returns the ids of the leads that were stored;
-- a request that was taken before is left out. Of two identical requests at once the later waits for the earlier.
-- Works as the caller, so row-level security holds: the receipts belong to whose door it is, the leads to where they go.
create function take_leads(receipt_owner uuid, receipts jsonb, forgotten_before timestamptz,
                           lead_owner uuid, leads jsonb, events jsonb, jobs jsonb) returns uuid[]
  language plpgsql set search_path = pg_catalog, public as $$
declare
  stored uuid[];
  job record;
begin
  if receipts is null then
    select array_agg(l.id) into stored from jsonb_to_recordset(leads) as l (id uuid);
  else
    perform set_config('leadlight.organization_id', receipt_owner::text, true);
    with taken as (
      insert into intake_receipt as known (organization_id, door, key, request_hash, lead_id, routed, received_at)
      select receipt_owner, r.door, r.key, r.request_hash, r.lead_id, r.routed, r.received_at
      from jsonb_to_recordset(receipts)
        as r (door text, key bytea, request_hash bytea, lead_id uuid, routed boolean, received_at timestamptz)
      -- two transactions that take the same requests meet them in the same order, so neither waits for the other
      order by r.key
      on conflict (organization_id, door, key) do update
        set request_hash = excluded.request_hash, lead_id = excluded.lead_id, routed = excluded.routed,
            received_at = excluded.received_at
        where known.received_at < forgotten_before
      returning lead_id)
    select array_agg(taken.lead_id) into stored from taken;
    if stored is null then
      return '{}';
    end if;
  end if;
  perform set_config('leadlight.organization_id', lead_owner::text, true);
  insert into lead (organization_id, id, location_id, qualification, lead_type, call_to_action, lead_source, offer_id, offer_name,
                    offer_title, is_test, door, routing_reason, customer_name, country, contact_first_name,
                    contact_last_name, contact_title, contact_email, contact_phone, message, contact_allowed, consent_at,
                    consent_text_version, sender_organization_id, sender_person_id, sender_name,
                    sender_organization_name, email_validity, phone_validity, status, estimated_purchase_date,
                    received_at, updated_at, expires_at, available_until, hot_until)
  select lead_owner, l.*
  from jsonb_to_recordset(leads)
    as l (id uuid, location_id uuid, qualification text, lead_type text, call_to_action text, lead_source text, offer_id uuid,
          offer_name text, offer_title text, is_test boolean, door text, routing_reason text, customer_name text, country text,
          contact_first_name text, contact_last_name text, contact_title text, contact_email text, contact_phone text,
          message text, contact_allowed boolean, consent_at timestamptz, consent_text_version text,
          sender_organization_id uuid, sender_person_id uuid, sender_name text, sender_organization_name text,
          email_validity text, phone_validity text, status text, estimated_purchase_date date, received_at timestamptz,
          updated_at timestamptz, expires_at timestamptz, available_until timestamptz, hot_until timestamptz)
  where l.id = any (stored);
  insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_person_id, actor_name, note, version)
  select lead_owner, e.*
  from jsonb_to_recordset(events)
    as e (id uuid, lead_id uuid, type text, at timestamptz, actor_kind text, actor_person_id uuid, actor_name text, note text,
          version integer)
  where e.lead_id = any (stored);
  for job in
    select j.task, array_agg(j.lead_id) as lead_ids
    from jsonb_to_recordset(jobs) as j (task text, lead_id uuid)
    where j.lead_id = any (stored) group by j.task
  loop
    perform enqueue_job(job.task, json_build_object('organizationId', lead_owner, 'leadIds', job.lead_ids), null, null, null);
  end loop;
  return stored;
end
$$;
revoke execute on function take_leads(uuid, jsonb, timestamptz, uuid, jsonb, jsonb, jsonb) from public;
grant execute on function take_leads(uuid, jsonb, timestamptz, uuid, jsonb, jsonb, jsonb) to leadlight_app;

-- Row-level security keeps the planner from using an index on lower(contact_email), because lower() is not
-- leakproof: each look for an earlier lead of the same customer read all leads of the organization. A column of its
-- own is compared by an operator that is.
alter table lead add column contact_email_key text generated always as (lower(contact_email)) stored;
drop index lead_by_email;
create index lead_by_email on lead (organization_id, contact_email_key, received_at desc, id desc) where contact_email_key is not null;

-- Links leads of the current organization to the latest earlier lead of the same customer about the same offer, or at
-- the same location for profile leads. Leads that are linked already and leads without such an earlier one stay as
-- they are. Returns the leads that were linked now. A function, so that sessions keep its plan.
create function link_repeats(lead_ids uuid[]) returns table (id uuid, version integer)
  language plpgsql set search_path = pg_catalog, public as $$
#variable_conflict use_column
begin
  return query
    update lead set repeat_of_lead_id = repeat.earlier_id
    from (
      select l.id, earlier.id as earlier_id
      from lead l cross join lateral (
        select e.id from lead e
        where e.organization_id = l.organization_id and e.contact_email_key = l.contact_email_key
          and e.lead_type = l.lead_type and e.is_test = l.is_test and e.offer_name is not distinct from l.offer_name
          and (l.lead_type <> 'Profile' or e.location_id is not distinct from l.location_id)
          and (e.received_at, e.id) < (l.received_at, l.id)
        order by e.received_at desc, e.id desc
        limit 1) earlier
      where l.organization_id = current_organization_id() and l.id = any (lead_ids) and l.repeat_of_lead_id is null
    ) repeat
    where lead.organization_id = current_organization_id() and lead.id = repeat.id and lead.repeat_of_lead_id is null
    returning lead.id, lead.version;
end
$$;
revoke execute on function link_repeats(uuid[]) from public;
grant execute on function link_repeats(uuid[]) to leadlight_app;
