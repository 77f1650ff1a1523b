-- Gives a free publisher id to the transaction's organization. Returns whose it is then: of two organizations that
-- ask at once, one gets it.
--
-- For the application. Runs as its owner, because publisher ids are everybody's to read and nobody's to change.
create or replace function claim_publisher(publisher text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into publisher (id, organization_id)
  select claim_publisher.publisher, o.id from organization o
  where o.id = current_organization_id() and o.kind = 'partner'
  on conflict do nothing;
  return (select p.organization_id from publisher p where p.id = claim_publisher.publisher);
end
$$;
revoke execute on function claim_publisher from public, leadlight_app, leadlight_worker;
grant execute on function claim_publisher to leadlight_app;
