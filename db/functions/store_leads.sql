-- Stores leads of one organization with the receipts of their requests (all of one organization and door), their
-- first events and, for each task that some of them need, one job for all of these: all or nothing. Returns the ids
-- of the leads that were stored; a request that was taken before is left out. Of two identical requests at once the
-- later waits for the earlier. Leads that arrive at the same moment share what a statement costs.
--
-- For the application. Runs as its caller, so that row-level security holds: the receipts belong to whose door it
-- is, the leads to where they go.
create or replace function store_leads(receipt_owner uuid, receipts jsonb, forgotten_before timestamptz,
                                       lead_owner uuid, leads jsonb, events jsonb, jobs jsonb) returns uuid[]
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
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
                    received_at, updated_at, expires_at, available_until, hot_until, mended, suspected_spam, spam_score, email_read,
                    referral_program, campaign_id, source_detail)
  select lead_owner, l.id, l.location_id, l.qualification, l.lead_type, l.call_to_action, l.lead_source, l.offer_id, l.offer_name,
         l.offer_title, l.is_test, l.door, l.routing_reason, l.customer_name, l.country, l.contact_first_name,
         l.contact_last_name, l.contact_title, l.contact_email, l.contact_phone, l.message, l.contact_allowed,
         l.consent_at, l.consent_text_version, l.sender_organization_id, l.sender_person_id, l.sender_name,
         l.sender_organization_name, l.email_validity, l.phone_validity, l.status, l.estimated_purchase_date,
         l.received_at, l.updated_at, l.expires_at, l.available_until, l.hot_until, l.mended,
         coalesce(l.suspected_spam, false), l.spam_score, l.email_read, l.referral_program,
         l.campaign_id, l.source_detail
  from jsonb_to_recordset(leads)
    as l (id uuid, location_id uuid, qualification text, lead_type text, call_to_action text, lead_source text, offer_id uuid,
          offer_name text, offer_title text, is_test boolean, door text, routing_reason text, customer_name text, country text,
          contact_first_name text, contact_last_name text, contact_title text, contact_email text, contact_phone text,
          message text, contact_allowed boolean, consent_at timestamptz, consent_text_version text,
          sender_organization_id uuid, sender_person_id uuid, sender_name text, sender_organization_name text,
          email_validity text, phone_validity text, status text, estimated_purchase_date date, received_at timestamptz,
          updated_at timestamptz, expires_at timestamptz, available_until timestamptz, hot_until timestamptz, mended jsonb,
          suspected_spam boolean, spam_score real, email_read text, referral_program text, campaign_id text,
          source_detail text)
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
revoke execute on function store_leads from public, leadlight_app, leadlight_worker;
grant execute on function store_leads to leadlight_app;
