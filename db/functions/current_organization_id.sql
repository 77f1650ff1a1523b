-- The organization on whose behalf the transaction works, set with `set_config(…, true)`; null: none. The policies
-- of row-level security compare with it.
--
-- For the application. Runs as its caller and looks at a setting of the transaction.
create or replace function current_organization_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('leadlight.organization_id', true), '')::uuid;
revoke execute on function current_organization_id from public, leadlight_app, leadlight_worker;
grant execute on function current_organization_id to leadlight_app;
