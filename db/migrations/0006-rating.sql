-- Rating of leads (LQ-1 to LQ-3).

-- Models learned from outcomes, every version. The pooled one, learned from all organizations together, belongs to
-- the operator.
create table rating_model (
  organization_id uuid not null references organization,
  id uuid not null,
  basis text not null check (basis in ('organization', 'pooled')),
  model jsonb not null,
  reason text not null,
  in_force boolean not null,
  trained_at timestamptz(3) not null,
  primary key (organization_id, id)
);
create unique index rating_model_in_force on rating_model (organization_id) where in_force;
create index rating_model_newest on rating_model (organization_id, trained_at desc);

-- What was known of a lead at intake, never brought up to date, and what a model made of it.
create table lead_rating (
  organization_id uuid not null,
  lead_id uuid not null,
  snapshot jsonb not null,
  quality text not null check (quality in ('High', 'Medium', 'Low')),
  probability double precision not null,
  basis text not null check (basis in ('organization', 'pooled', 'prior')),
  basis_words text not null,
  reasons jsonb not null,
  rated_at timestamptz(3) not null,
  primary key (organization_id, lead_id),
  foreign key (organization_id, lead_id) references lead (organization_id, id) on delete cascade
);

grant select, insert, update, delete on rating_model, lead_rating to leadlight_app;
alter table rating_model enable row level security;
alter table lead_rating enable row level security;
create policy tenant on rating_model to leadlight_app using (organization_id = current_organization_id());
create policy tenant on lead_rating to leadlight_app using (organization_id = current_organization_id());

-- The models that may rate for the current organization: its own and the pooled one.
create function find_rating_models() returns table (basis text, model jsonb, trained_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select m.basis, m.model, m.trained_at from rating_model m
    where m.in_force and ((m.organization_id = current_organization_id() and m.basis = 'organization') or m.basis = 'pooled');
  end;

-- Which organizations have enough outcomes for a model of their own, and whether all together have.
create function count_rating_outcomes(at timestamptz) returns table (organization_id uuid, won bigint, not_won bigint)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select r.organization_id, count(*) filter (where l.status = 'Won' and s.lead_id is null),
           count(*) filter (where l.status in ('Lost', 'Declined', 'Expired') or s.lead_id is not null
                                   or (l.status = 'Received' and l.expires_at <= at))
    from lead_rating r
    join lead l on l.organization_id = r.organization_id and l.id = r.lead_id
    join organization o on o.id = r.organization_id and o.kind = 'partner'
    left join spam_report s on s.organization_id = r.organization_id and s.lead_id = r.lead_id
    where not l.is_test
    group by r.organization_id;
  end;

-- Leads with an outcome to learn from, of one organization or of all, after a place in their order. Nothing that is
-- learned from says whose they are, nor whose contact; the organization is told for the place alone. A lead whose time
-- to answer is over counts as expired, whether or not that is written down yet (LC-4).
create function list_rating_examples(only_organization uuid, after_organization uuid, after_id uuid, maximum integer, at timestamptz)
  returns table (organization_id uuid, id uuid, snapshot jsonb, received_at timestamptz, decided_at timestamptz, ending text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select l.organization_id, l.id, r.snapshot, l.received_at::timestamptz, coalesce(s.reported_at, l.closed_at, l.expires_at, l.updated_at)::timestamptz,
           case when s.lead_id is not null then 'ReportedAsSpam' when l.status = 'Received' then 'Expired' else l.status end
    from lead_rating r
    join lead l on l.organization_id = r.organization_id and l.id = r.lead_id
    join organization o on o.id = r.organization_id and o.kind = 'partner'
    left join spam_report s on s.organization_id = r.organization_id and s.lead_id = r.lead_id
    where (only_organization is null or r.organization_id = only_organization) and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
      and not l.is_test
      and (l.status in ('Won', 'Lost', 'Declined', 'Expired') or s.lead_id is not null
           or (l.status = 'Received' and l.expires_at <= at))
    order by l.organization_id, l.id
    limit maximum;
end
$$;

revoke execute on function find_rating_models() from public;
revoke execute on function count_rating_outcomes(timestamptz) from public;
revoke execute on function list_rating_examples(uuid, uuid, uuid, integer, timestamptz) from public;
grant execute on function find_rating_models() to leadlight_app;
grant execute on function count_rating_outcomes(timestamptz) to leadlight_app;
grant execute on function list_rating_examples(uuid, uuid, uuid, integer, timestamptz) to leadlight_app;
