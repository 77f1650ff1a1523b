-- Links leads of the current organization to the latest earlier lead of the same customer about the same offer, or
-- at the same location for profile leads: by the address as it is read, or else the small letters of what was typed.
-- Leads that are linked already and leads without such an earlier one stay as they are. Returns the leads that were
-- linked now. A function, so that sessions keep its plan.
--
-- For the application. Runs as its caller, so that row-level security holds.
create or replace function link_repeats(lead_ids uuid[]) returns table (id uuid, version integer)
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    update lead set repeat_of_lead_id = repeat.earlier_id
    from (
      select l.id, earlier.id as earlier_id
      from lead l cross join lateral (
        select e.id from lead e
        where e.organization_id = l.organization_id and e.email_key = l.email_key
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
revoke execute on function link_repeats from public, leadlight_app, leadlight_worker;
grant execute on function link_repeats to leadlight_app;
