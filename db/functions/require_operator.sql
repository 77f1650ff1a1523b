-- Refuses whoever is not the operator.
--
-- For the functions of the operator’s view alone. Runs as its caller, which is a function that runs as its owner.
create or replace function require_operator() returns void
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'this is the operator''s to see' using errcode = 'insufficient_privilege';
  end if;
end
$$;
revoke execute on function require_operator from public, leadlight_app, leadlight_worker;
