-- Filters read what they compare from an index alone (WS-3): those for test leads too. Dropped first, so that the strongest
-- lock comes first.
drop index lead_list;
create index lead_list on lead (organization_id, tab, received_at desc, id desc)
  include (status, call_to_action, country, lead_source, lead_type, lead_quality, email_validity, phone_validity,
           location_id, available_until, expires_at, customer_name, customer_sort, status_sort, quality_sort, value_sort,
           expiry_sort, is_test);

-- The few there are, so that a page of them is not a walk through all others.
create index lead_tests on lead (organization_id, tab, received_at desc, id desc) where is_test;
