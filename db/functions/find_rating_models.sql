-- The models that may rate for the current organization: its own and the pooled one.
--
-- For the application. Runs as its owner, because the pooled one is the operator’s.
create or replace function find_rating_models() returns table (basis text, model jsonb, trained_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select m.basis, m.model, m.trained_at from rating_model m
    where m.in_force and ((m.organization_id = current_organization_id() and m.basis = 'organization') or m.basis = 'pooled');
  end;
revoke execute on function find_rating_models from public, leadlight_app, leadlight_worker;
grant execute on function find_rating_models to leadlight_app;
