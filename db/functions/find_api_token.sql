-- A living token, with the organization that it works for.
--
-- For the application. Runs as its owner, because it is found before the organization is known: one token, by its
-- exact hash.
create or replace function find_api_token(hash bytea)
  returns table (organization_id uuid, id uuid, name text, scopes text[], last_used_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select t.organization_id, t.id, t.name, t.scopes, t.last_used_at
    from api_token t where t.token_hash = hash and t.revoked_at is null;
  end;
revoke execute on function find_api_token from public, leadlight_app, leadlight_worker;
grant execute on function find_api_token to leadlight_app;
