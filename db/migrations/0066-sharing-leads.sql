-- Who gets new leads by rule, when people are away, and who is told when nobody answers (WT-1 to WT-3).

create table sharing_rules (
  organization_id uuid primary key references organization,
  updated_at timestamptz(3) not null,
  updated_by text not null,
  -- A new one with every change.
  revision uuid not null,
  -- After how many working hours without an answer who is told; leads that came before are left alone.
  escalate_after_hours smallint check (escalate_after_hours > 0),
  escalate_to uuid references person,
  escalate_since timestamptz(3),
  check ((escalate_to is null) = (escalate_after_hours is null) and (escalate_to is null) = (escalate_since is null))
);

create table sharing_rule (
  organization_id uuid not null references sharing_rules on delete cascade,
  id uuid not null,
  -- The first rule that fits a lead decides.
  place smallint not null,
  name text not null,
  -- null: of both tabs.
  tab text check (tab in ('marketplace', 'qualified')),
  -- Empty: everywhere. No reference: a location that is gone has no new leads.
  location_ids uuid[] not null,
  method text not null check (method in ('in-turn', 'fewest-open')),
  paused boolean not null,
  primary key (organization_id, id)
);

create table sharing_rule_person (
  organization_id uuid not null,
  rule_id uuid not null,
  person_id uuid not null references person,
  place smallint not null,
  -- null: as many as come.
  per_week smallint check (per_week > 0),
  -- Which of the leads that the rule gave was the last one for them, counted from 1; 0: none yet.
  last_turn integer not null default 0,
  -- The Monday of the week in which the rule last gave them a lead, and how many it gave them in that week.
  week date,
  given_in_week integer not null default 0,
  primary key (organization_id, rule_id, person_id),
  foreign key (organization_id, rule_id) references sharing_rule on delete cascade
);

-- Leads that a rule could not give to anybody.
create table lead_to_share (
  organization_id uuid not null,
  lead_id uuid not null,
  rule_id uuid not null,
  since timestamptz(3) not null,
  reason text not null check (reason in ('full', 'away', 'nobody')),
  primary key (organization_id, lead_id),
  foreign key (organization_id, lead_id) references lead on delete cascade,
  foreign key (organization_id, rule_id) references sharing_rule on delete cascade
);
create index lead_to_share_by_age on lead_to_share (organization_id, since, lead_id);
create index lead_to_share_of_rule on lead_to_share (organization_id, rule_id);

-- Leads whose escalation was ordered.
create table lead_escalation (
  organization_id uuid not null,
  lead_id uuid not null,
  at timestamptz(3) not null,
  primary key (organization_id, lead_id),
  foreign key (organization_id, lead_id) references lead on delete cascade
);

-- One absence for each person in each organization: the present one, or the next.
create table absence (
  organization_id uuid not null references organization,
  person_id uuid not null references person,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  primary key (organization_id, person_id)
);

grant select, insert, update, delete on sharing_rules, sharing_rule, sharing_rule_person, lead_to_share, lead_escalation,
  absence to leadlight_app;
alter table sharing_rules enable row level security;
create policy tenant on sharing_rules to leadlight_app using (organization_id = current_organization_id());
alter table sharing_rule enable row level security;
create policy tenant on sharing_rule to leadlight_app using (organization_id = current_organization_id());
alter table sharing_rule_person enable row level security;
create policy tenant on sharing_rule_person to leadlight_app using (organization_id = current_organization_id());
alter table lead_to_share enable row level security;
create policy tenant on lead_to_share to leadlight_app using (organization_id = current_organization_id());
alter table lead_escalation enable row level security;
create policy tenant on lead_escalation to leadlight_app using (organization_id = current_organization_id());
alter table absence enable row level security;
create policy tenant on absence to leadlight_app using (organization_id = current_organization_id());
