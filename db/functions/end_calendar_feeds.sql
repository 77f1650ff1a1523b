-- Ends the calendar links of the transaction’s person in all organizations: a new password ends what the old one let
-- somebody make.
--
-- For the application. Runs as its owner, because the links are rows of several organizations: the transaction’s
-- person only.
create or replace function end_calendar_feeds(of_person uuid, at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    update calendar_feed f set revoked_at = at
    where f.person_id = of_person and of_person = current_person_id() and f.revoked_at is null;
  end;
revoke execute on function end_calendar_feeds from public, leadlight_app, leadlight_worker;
grant execute on function end_calendar_feeds to leadlight_app;
