-- The leads of one customer: a handful among all, in any order (WS-3).
create index lead_by_customer on lead (organization_id, tab, customer_name, available_until) where customer_name is not null;

-- The leads that wait for an answer, in the order of the list: few or none where everything is answered, and then the
-- list would be read to its end. A lead that is answered leaves it.
create index lead_open on lead (organization_id, tab, received_at desc, id desc) include (expires_at, hot_until, available_until)
  where status = 'Received';

-- Somebody's leads are counted without reading them.
drop index lead_assigned;
create index lead_assigned on lead (organization_id, assigned_to, tab, received_at desc, id desc) include (available_until)
  where assigned_to is not null;

-- Whose lead it is and where it belongs says which organization it is of, and organizations differ in how they use
-- stages, campaigns and offers. Without that the planner takes these for unrelated, expects a tenth of the leads that
-- there are, and sorts thousands for a page of fifty.
create statistics lead_owner (dependencies) on organization_id, assigned_to from lead;
create statistics lead_location (dependencies) on organization_id, location_id from lead;
create statistics lead_stage (mcv) on organization_id, stage from lead;
create statistics lead_campaign (mcv) on organization_id, campaign_id from lead;
create statistics lead_offer (mcv) on organization_id, offer_name from lead;
analyze lead (organization_id, assigned_to, location_id, stage, campaign_id, offer_name);
