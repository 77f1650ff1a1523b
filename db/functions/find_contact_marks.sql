-- What the lists say of an address, its domain with all that it stands below, and a number: what everybody’s leads
-- are checked against. Reports of the current organization count for its own leads at once.
--
-- For the application. Runs as its owner, because the lists are the operator’s: found by exact values.
create or replace function find_contact_marks(of_address text, of_domains text[], of_phone text)
  returns table (list text, kind text, source text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select m.list, m.kind, m.source from contact_mark m
    where (m.kind = 'address' and m.value = of_address) or (m.kind = 'domain' and m.value = any (of_domains))
       or (m.kind = 'phone' and m.value = of_phone)
    union all
    select 'block', 'address', 'own-report' from spam_report r
    where r.organization_id = current_organization_id() and r.address = of_address;
  end;
revoke execute on function find_contact_marks from public, leadlight_app, leadlight_worker;
grant execute on function find_contact_marks to leadlight_app;
