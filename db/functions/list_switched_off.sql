-- Those of the people who want no mail of a category; a lead’s news goes to people of several organizations.
--
-- For the worker. Runs as its owner, because what somebody switched off is theirs: ids alone.
create or replace function list_switched_off(of_people uuid[], of_category text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select p.person_id from mail_preference p
    where p.person_id = any (of_people) and p.category = of_category and not p.by_mail;
  end;
revoke execute on function list_switched_off from public, leadlight_app, leadlight_worker;
grant execute on function list_switched_off to leadlight_worker;
