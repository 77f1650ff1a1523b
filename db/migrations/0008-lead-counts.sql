-- Counting read the index that carries everything a list may show: 230 bytes for each lead. This one carries only
-- what filters compare. Equal entries are kept once, and a filter on its first columns skips the rest, so a count of
-- a filtered tab reads a few pages. What is counted together (the facets) is read from it in order.
create index lead_count on lead (organization_id, tab, status, lead_quality, email_validity, phone_validity, lead_type,
                                 call_to_action, lead_source, country, location_id, available_until);

-- The leads that wait for an answer, those whose time ends first in front: what is due is found without a search.
create index lead_due on lead (expires_at, organization_id, id) where status = 'Received';
