-- Leads that a mark is about, of everybody or of one organization, after a place in their order: for the jobs that
-- check them again. An address is compared as it is read. A domain is looked for by reading all leads: marks are
-- rare and the job has time.
--
-- For the worker. Runs as its owner, because it looks over the leads of all organizations: ids alone.
create or replace function list_marked_leads(of_kind text, of_value text, only_organization uuid, after_organization uuid, after_id uuid, maximum integer)
  returns table (organization_id uuid, id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Each kind has a statement of its own, so that each has the index that it can have.
  if of_kind = 'address' and only_organization is not null then
    return query
      select l.organization_id, l.id from lead l
      where l.organization_id = only_organization and l.email_key = of_value
        and (after_id is null or l.id > after_id)
      order by l.id limit maximum;
  elsif of_kind = 'address' then
    return query
      select l.organization_id, l.id from organization o join lead l on l.organization_id = o.id
      where l.email_key = of_value
        and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
      order by l.organization_id, l.id limit maximum;
  elsif of_kind = 'phone' then
    return query
      select l.organization_id, l.id from organization o join lead l on l.organization_id = o.id
      where l.phone_e164 = of_value and duplicate_phone_key(l.phone_e164) = duplicate_phone_key(of_value)
        and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
      order by l.organization_id, l.id limit maximum;
  else
    return query
      select l.organization_id, l.id from lead l
      where (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
        and (split_part(l.contact_email_key, '@', -1) = of_value
             or right(l.contact_email_key, length(of_value) + 1) = '.' || of_value)
      order by l.organization_id, l.id limit maximum;
  end if;
end
$$;
revoke execute on function list_marked_leads from public, leadlight_app, leadlight_worker;
grant execute on function list_marked_leads to leadlight_worker;
