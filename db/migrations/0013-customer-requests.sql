-- What customers do about a request that a partner declined or did not answer: the page that they are sent a link to,
-- and the partners that they send their request on to from there (LC-3, LC-4).

-- A customer's request, with the lead as which it came first. It belongs to the operator, as customers' mails do: no
-- partner learns what became of it elsewhere. The lead belongs to another organization, so nothing refers to its row.
create table customer_request (
  organization_id uuid not null references organization,
  id uuid not null,
  lead_organization_id uuid not null references organization,
  lead_id uuid not null,
  -- as the customer knows it
  partner_name text not null,
  language text not null check (language in ('de', 'en')),
  created_at timestamptz(3) not null,
  -- the link to the page works so long
  expires_at timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  -- the mail that told the customer of it
  mail_id uuid,
  primary key (organization_id, id),
  foreign key (organization_id, mail_id) references mail (organization_id, id) on delete set null (mail_id)
);
-- A lead is told of once, however often the job runs.
create unique index customer_request_lead on customer_request (organization_id, lead_organization_id, lead_id);

-- Where the customer sent it on to, in the order of `sent_at`: to each partner once.
create table customer_request_forward (
  organization_id uuid not null,
  request_id uuid not null,
  lead_organization_id uuid not null references organization,
  lead_id uuid not null,
  partner_name text not null,
  sent_at timestamptz(3) not null,
  -- when the customer was told that this partner declined or did not answer either, and by which mail
  told_at timestamptz(3),
  mail_id uuid,
  primary key (organization_id, request_id, lead_organization_id),
  foreign key (organization_id, request_id) references customer_request (organization_id, id) on delete cascade,
  foreign key (organization_id, mail_id) references mail (organization_id, id) on delete set null (mail_id)
);

-- On a lead that a customer sent on: the request (not the other partner, of whom its new one learns nothing), and what
-- the partner before had done.
alter table lead
  add column customer_request_id uuid,
  add column forwarded_after text check (forwarded_after in ('Declined', 'Expired', 'ClosedAsError')),
  add check ((customer_request_id is null) = (forwarded_after is null));

-- What a partner and its offers are about, in words that customers read (BP-1).
alter table business_profile add column tags text[] not null default '{}' check (cardinality(tags) <= 50);
alter table offer add column tags text[] not null default '{}' check (cardinality(tags) <= 50);

-- Of the latest requests that customers sent to these partners since a moment: how many had to be answered by now, and
-- how many were. Numbers only, for choosing whom to suggest. Read in the order of the index lead_list.
create function list_answer_rates(organization_ids uuid[], since timestamptz, at timestamptz, maximum integer)
  returns table (organization_id uuid, due integer, answered integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select o.id,
           count(*) filter (where recent.answered or recent.status = 'Expired' or recent.expires_at <= at)::integer,
           count(*) filter (where recent.answered)::integer
    from unnest(organization_ids) as o (id)
    cross join lateral (
      select l.status, l.expires_at, l.is_test, l.status in ('Accepted', 'Won', 'Lost', 'Declined') as answered
      from lead l
      where l.organization_id = o.id and l.tab = 'marketplace' and l.received_at > since
      order by l.received_at desc, l.id desc limit maximum) recent
    where not recent.is_test and recent.status <> 'ClosedAsError'
    group by o.id;
  end;
revoke execute on function list_answer_rates(uuid[], timestamptz, timestamptz, integer) from public;
grant execute on function list_answer_rates(uuid[], timestamptz, timestamptz, integer) to leadlight_app;

grant select, insert, update, delete on customer_request, customer_request_forward to leadlight_app;
alter table customer_request enable row level security;
alter table customer_request_forward enable row level security;
create policy tenant on customer_request to leadlight_app using (organization_id = current_organization_id());
create policy tenant on customer_request_forward to leadlight_app using (organization_id = current_organization_id());
