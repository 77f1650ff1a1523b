-- More filters read what they compare from indexes alone (WS-3). Dropped first, so that the strongest lock comes first.
drop index lead_list;
create index lead_list on lead (organization_id, tab, received_at desc, id desc)
  include (status, call_to_action, country, lead_source, lead_type, lead_quality, email_validity, phone_validity,
           location_id, available_until, expires_at, customer_name, customer_sort, status_sort, quality_sort, value_sort,
           expiry_sort, is_test, hot_until, estimated_purchase_date, closed_at, offer_name);

-- The leads of an offer or a campaign, or of some days, may be few or most: a page of few comes from here, and so does
-- every count. Equal entries are kept once. Only leads with a value are in it: storing a lead writes to the first alone.
create index lead_by_offer on lead (organization_id, tab, offer_name, available_until) where offer_name is not null;
create index lead_by_campaign on lead (organization_id, tab, campaign_id, available_until) where campaign_id is not null;
create index lead_by_purchase_day on lead (organization_id, tab, estimated_purchase_date, available_until)
  where estimated_purchase_date is not null;
create index lead_by_closing on lead (organization_id, tab, closed_at, available_until) where closed_at is not null;

-- The few there are.
create index lead_hot_to_answer on lead (organization_id, tab, hot_until, expires_at, available_until)
  where status = 'Received' and hot_until is not null;
