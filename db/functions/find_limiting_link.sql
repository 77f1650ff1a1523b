-- When the link of the transaction’s person was made that must get old before there may be more than the maximum,
-- whichever organizations the mails went out from; null while there are fewer.
--
-- For the application. Runs as its owner, because the links are rows of several organizations: the transaction’s
-- person only, and a moment alone.
create or replace function find_limiting_link(of_person uuid, link_purpose text, since timestamptz, maximum integer)
  returns timestamptz
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.created_at from account_link l
    where l.person_id = of_person and of_person = current_person_id() and l.purpose = link_purpose and l.created_at > since
    order by l.created_at desc offset maximum - 1 limit 1;
  end;
revoke execute on function find_limiting_link from public, leadlight_app, leadlight_worker;
grant execute on function find_limiting_link to leadlight_app;
