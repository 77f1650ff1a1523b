-- Marks an address and its domain when enough organizations reported them, and takes such a mark back when they no
-- longer do. A domain is reported by who reported an address of it; at least three addresses, so that one person who
-- writes to everybody does not mark an employer. Returns what changed.
--
-- For the application. Runs as its owner, because the reports are of all organizations and the marks the operator’s:
-- it counts, by the exact address.
create or replace function settle_spam_reports(of_address text, of_domain text, new_ids uuid[], at timestamptz)
  returns table (kind text, value text)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  operator uuid := (select o.id from organization o where o.kind = 'operator');
  enough record;
  wanted record;
begin
  if operator is null then
    return;
  end if;
  select i.spam_reports_for_address as addresses, i.spam_reports_for_domain as domains into enough from installation i;
  -- two reports at once count one after the other
  perform pg_advisory_xact_lock(hashtext('spam reports'), hashtext(coalesce(of_domain, of_address)));
  for wanted in
    select 'address' as kind, of_address as value, new_ids[1] as id,
           (select count(distinct r.organization_id) from spam_report r where r.address = of_address) >= enough.addresses as marked
    where of_address is not null
    union all
    select 'domain', of_domain, new_ids[2],
           (select count(distinct r.organization_id) >= enough.domains and count(distinct r.address) >= 3
            from spam_report r where r.domain = of_domain)
    where of_domain is not null
  loop
    if wanted.marked then
      insert into contact_mark (organization_id, id, list, kind, value, source, created_at)
      values (operator, wanted.id, 'block', wanted.kind, wanted.value, 'reports', at)
      on conflict (kind, value, list) do nothing;
    else
      delete from contact_mark m
      where m.list = 'block' and m.kind = wanted.kind and m.value = wanted.value and m.source = 'reports';
    end if;
    if found then
      kind := wanted.kind;
      value := wanted.value;
      return next;
    end if;
  end loop;
end
$$;
revoke execute on function settle_spam_reports from public, leadlight_app, leadlight_worker;
grant execute on function settle_spam_reports to leadlight_app;
