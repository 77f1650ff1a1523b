-- Ends the links of the transaction’s person that wait, in all organizations.
--
-- For the application. Runs as its owner, because the links are rows of several organizations: the transaction’s
-- person only.
create or replace function replace_account_links(of_person uuid, link_purpose text, at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    update account_link l set replaced_at = at
    where l.person_id = of_person and of_person = current_person_id()
      and l.purpose = link_purpose and l.used_at is null and l.replaced_at is null;
  end;
revoke execute on function replace_account_links from public, leadlight_app, leadlight_worker;
grant execute on function replace_account_links to leadlight_app;
