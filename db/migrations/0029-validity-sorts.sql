-- Sorting by what the checks of addresses and numbers found (WS-4): who can be reached first, who gave nothing last.
-- The same words as in the order of the list, where the planner looks for them.
create index lead_by_email_validity on lead (organization_id, tab, (case when contact_email is null then 5 else
  case email_validity when 'Valid' then 1 when 'Spam' then 3 when 'Invalid' then 4 else 2 end end), id);
create index lead_by_phone_validity on lead (organization_id, tab, (case when contact_phone is null then 5 else
  case phone_validity when 'Valid' then 1 when 'Spam' then 3 when 'Invalid' then 4 else 2 end end), id);
