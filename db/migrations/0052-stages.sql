-- How far a deal has come: the furthest stage that is ticked, once the lead is accepted (LC-6). Kept when it is closed.
alter table lead add column stage text generated always as (
  case when accepted_at is null then null
       when negotiated_at is not null then 'negotiated'
       when proposed_at is not null then 'proposed'
       when developed_at is not null then 'developed'
       when qualified_at is not null then 'qualified'
       else 'accepted' end) stored;

-- The deals at one stage, for a page and for every count. Only accepted leads are in it.
create index lead_by_stage on lead (organization_id, tab, stage, available_until) where stage is not null;
