-- The operator sees where the leads of its partners stand (decision 031): the contact only where the partner shares it, or
-- where the operator's own people sent the lead; and sends on what its own people sent and nobody answered.

-- Whether a partner shows the contacts of its leads to the operator. No row: it does not.
create table contact_sharing (
  organization_id uuid primary key references organization,
  with_operator boolean not null,
  changed_at timestamptz(3) not null,
  changed_by text not null,
  revision uuid not null default gen_random_uuid()
);
grant select, insert, update on contact_sharing to leadlight_app;
alter table contact_sharing enable row level security;
create policy tenant on contact_sharing to leadlight_app using (organization_id = current_organization_id());

-- Which expired lead the operator sent to which other partner: once each. The operator's, as the first partner must not
-- learn of it. No foreign key leads to a lead of another organization.
create table lead_rerouting (
  organization_id uuid not null references organization,
  lead_organization_id uuid not null references organization,
  lead_id uuid not null,
  new_organization_id uuid not null references organization,
  new_lead_id uuid not null,
  at timestamptz(3) not null,
  by_person_id uuid not null references person,
  by_name text not null,
  primary key (organization_id, lead_organization_id, lead_id)
);
grant select, insert on lead_rerouting to leadlight_app;
alter table lead_rerouting enable row level security;
create policy tenant on lead_rerouting to leadlight_app using (organization_id = current_organization_id());

-- The newest leads of all partners, whatever their state or in one of them: each state is walked and the walks are merged.
create index lead_of_all on lead (status_sort, received_at desc, id desc);
-- The few that are hot now, and those that were.
create index lead_hot on lead (hot_until) where hot_until is not null;

-- Refuses whoever is not the operator.
create function require_operator() returns void
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'this is the operator''s to see' using errcode = 'insufficient_privilege';
  end if;
end
$$;

-- Which leads of partners, newest first: one (of_lead), or a page of those in the given states and of the given partner.
-- States are judged at that moment; Informational stands for none. Leads whose time is over are nowhere (LC-8).
-- Each way has a statement of its own, so that each has the index that it can have.
create function list_partner_lead_keys(of_lead uuid, of_partner uuid, of_states text[], only_hot boolean, at timestamptz,
                                       before_at timestamptz, before_id uuid, maximum integer)
  returns table (organization_id uuid, id uuid)
  language plpgsql stable set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  if of_lead is not null then
    return query
      select l.organization_id, l.id
      from organization o join lead l on l.organization_id = o.id and l.id = of_lead
      where o.kind = 'partner';
  elsif only_hot then
    return query
      select l.organization_id, l.id from lead l
      where l.hot_until > list_partner_lead_keys.at
        and (l.status is null or l.status = 'Accepted' or (l.status = 'Received' and l.expires_at > list_partner_lead_keys.at))
        and l.organization_id <> current_organization_id() and (of_partner is null or l.organization_id = of_partner)
        and (of_states is null or coalesce(l.status, 'Informational') = any (of_states))
        and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
      order by l.received_at desc, l.id desc
      limit maximum;
  elsif of_partner is not null then
    return query
      select found.organization_id, found.id
      from unnest(array['marketplace', 'qualified']) as walked (tab)
      cross join lateral (
        select l.organization_id, l.id, l.received_at from lead l
        where l.organization_id = of_partner and l.organization_id <> current_organization_id() and l.tab = walked.tab
          and (of_states is null
               or (l.status = any (of_states) and (l.status <> 'Received' or l.expires_at > list_partner_lead_keys.at))
               or ('Expired' = any (of_states) and l.status = 'Received' and l.expires_at <= list_partner_lead_keys.at)
               or ('Informational' = any (of_states) and l.status is null))
          and (l.available_until is null or l.available_until > list_partner_lead_keys.at)
          and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
        order by l.received_at desc, l.id desc
        limit maximum
      ) found
      order by found.received_at desc, found.id desc
      limit maximum;
  else
    return query
      select found.organization_id, found.id
      from (
        select walk.organization_id, walk.id, walk.received_at
        from unnest(array['Received', 'Accepted', 'Won', 'Lost', 'Declined', 'Expired', 'ClosedAsError', 'Informational'])
             with ordinality as walked (state, sort)
        cross join lateral (
          select l.organization_id, l.id, l.received_at from lead l
          where l.status_sort = walked.sort::smallint
            and (of_states is null or walked.sort <> 1 or l.expires_at > list_partner_lead_keys.at)
            and l.organization_id <> current_organization_id()
            and (l.available_until is null or l.available_until > list_partner_lead_keys.at)
            and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
          order by l.received_at desc, l.id desc
          limit maximum
        ) walk
        where of_states is null or walked.state = any (of_states)
        union all
        -- what is overdue and was not written down yet: a minute's worth
        select l.organization_id, l.id, l.received_at from lead l
        where 'Expired' = any (of_states)
          and l.status = 'Received' and l.expires_at <= list_partner_lead_keys.at
          and l.organization_id <> current_organization_id()
          and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
      ) found
      order by found.received_at desc, found.id desc
      limit maximum;
  end if;
end
$$;

-- Leads of partners as the operator may know them: nothing of the contact, the message or the deal.
create function list_partner_leads(of_lead uuid, of_partner uuid, of_states text[], only_hot boolean, at timestamptz,
                                   before_at timestamptz, before_id uuid, maximum integer)
  returns table (id uuid, organization_id uuid, organization_name text, location_id uuid, location_name text, lead_type text,
                 qualification text, call_to_action text, lead_source text, offer_name text, offer_title text,
                 is_test boolean, customer_name text, country text, lead_quality text, status text,
                 received_at timestamptz, accepted_at timestamptz, closed_at timestamptz, expires_at timestamptz,
                 available_until timestamptz, hot_until timestamptz, contact_allowed boolean, customer_request_id uuid,
                 is_own boolean, sender_name text, is_shared boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  perform require_operator();
  return query
    select l.id, o.id, o.name, p.id, p.name, l.lead_type, l.qualification, l.call_to_action, l.lead_source, l.offer_name,
           l.offer_title, l.is_test, l.customer_name, l.country, l.lead_quality, l.status,
           l.received_at::timestamptz, l.accepted_at::timestamptz, l.closed_at::timestamptz, l.expires_at::timestamptz,
           l.available_until::timestamptz, l.hot_until::timestamptz, l.contact_allowed, l.customer_request_id,
           l.sender_organization_id is not distinct from current_organization_id(),
           case when l.sender_organization_id = current_organization_id() then l.sender_name end,
           coalesce(s.with_operator, false)
    from list_partner_lead_keys(of_lead, of_partner, of_states, only_hot, list_partner_leads.at, before_at, before_id, maximum) k
    join lead l on l.organization_id = k.organization_id and l.id = k.id
    join organization o on o.id = l.organization_id
    left join location p on p.organization_id = l.organization_id and p.id = l.location_id
    left join contact_sharing s on s.organization_id = l.organization_id
    where l.available_until is null or l.available_until > list_partner_leads.at
    order by l.received_at desc, l.id desc;
end
$$;

-- The contact and the message of one lead: where its partner shares contacts or the operator's people sent it, and never of
-- one that expired or whose customer does not want to be contacted (LC-4, IN-6).
create function find_partner_lead_contact(of_partner uuid, of_lead uuid, at timestamptz)
  returns table (contact_first_name text, contact_last_name text, contact_title text, contact_email text,
                 contact_phone text, message text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  perform require_operator();
  return query
    select l.contact_first_name, l.contact_last_name, l.contact_title, l.contact_email, l.contact_phone, l.message
    from lead l
    where l.organization_id = of_partner and l.organization_id <> current_organization_id() and l.id = of_lead
      and (l.sender_organization_id = current_organization_id()
           or exists (select from contact_sharing s where s.organization_id = of_partner and s.with_operator))
      and l.contact_allowed and l.status is distinct from 'Expired'
      and not (l.status is not distinct from 'Received' and l.expires_at <= find_partner_lead_contact.at)
      and (l.available_until is null or l.available_until > find_partner_lead_contact.at);
end
$$;

-- What moved one lead on, and when: without notes, changes and names of people; a system is named, and a marketplace.
create function list_partner_lead_events(of_partner uuid, of_lead uuid)
  returns table (id uuid, type text, at timestamptz, actor_kind text, actor_name text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  perform require_operator();
  return query
    select e.id, e.type, e.at::timestamptz, e.actor_kind,
           case when e.actor_kind in ('marketplace', 'system') then e.actor_name end
    from lead_event e
    where e.organization_id = of_partner and e.organization_id <> current_organization_id() and e.lead_id = of_lead
      and e.type in ('lead.received', 'lead.routed', 'lead.accepted', 'lead.declined', 'lead.won', 'lead.lost',
                     'lead.expired', 'lead.closed-as-error', 'lead.withdrawn-by-customer')
    order by e.at, e.id;
end
$$;

revoke execute on function require_operator(),
  list_partner_lead_keys(uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, integer),
  list_partner_leads(uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, integer),
  find_partner_lead_contact(uuid, uuid, timestamptz), list_partner_lead_events(uuid, uuid) from public;
grant execute on function list_partner_leads(uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, integer),
  find_partner_lead_contact(uuid, uuid, timestamptz), list_partner_lead_events(uuid, uuid) to leadlight_app;
