-- People are told about new leads by one job after another: leads that come at the same moment have the same recipients,
-- whose counts of the day are taken in turn, so jobs side by side would only wait for each other with a seat each.
-- In a burst telling falls behind, and not the leads that still come. The rest of the function is as it was.
create or replace function take_leads(receipt_owner uuid, receipts jsonb, forgotten_before timestamptz,
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
    perform enqueue_job(job.task, json_build_object('organizationId', lead_owner, 'leadIds', job.lead_ids),
                        case when job.task = 'lead.tell-arrival' then job.task end, null, null);
  end loop;
  return stored;
end
$$;
