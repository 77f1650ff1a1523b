-- One person owns a lead, besides the team; null: nobody yet. Someone who leaves stays the owner until somebody else
-- becomes it, as with teams.
alter table lead add column assigned_to uuid references person (id);

-- All filters read what they compare and count from indexes alone (WS-3). Dropped first, so that the strongest lock comes
-- first.
drop index lead_list;
create index lead_list on lead (organization_id, tab, received_at desc, id desc)
  include (status, call_to_action, country, lead_source, lead_type, lead_quality, email_validity, phone_validity,
           location_id, available_until, expires_at, customer_name, customer_sort, status_sort, quality_sort, value_sort,
           expiry_sort, is_test, assigned_to, hot_until, estimated_purchase_date, closed_at, offer_name);

-- What somebody owns: which leads a Referrals user sees (ID-1), and a page of one owner's leads.
create index lead_assigned on lead (organization_id, assigned_to, tab, received_at desc, id desc)
  where assigned_to is not null;
