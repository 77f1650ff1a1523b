-- Accounts are kept safe across organizations: what a password opened ends with it, and limits of a person count once.

-- Ends the calendar links of a person in all organizations: a new password ends what the old one let somebody make.
create function end_calendar_feeds(of_person uuid, at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    update calendar_feed f set revoked_at = at where f.person_id = of_person and f.revoked_at is null;
  end;
create index calendar_feed_person on calendar_feed (person_id) where revoked_at is null;

-- When the link of a person was made that must get old before there may be more than the maximum, whichever
-- organizations the mails went out from; null while there are fewer.
create function find_limiting_link(of_person uuid, link_purpose text, since timestamptz, maximum integer)
  returns timestamptz
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select l.created_at from account_link l
    where l.person_id = of_person and l.purpose = link_purpose and l.created_at > since
    order by l.created_at desc offset maximum - 1 limit 1;
  end;
create index account_link_made on account_link (person_id, purpose, created_at desc) where person_id is not null;

revoke execute on function end_calendar_feeds(uuid, timestamptz),
  find_limiting_link(uuid, text, timestamptz, integer) from public;
grant execute on function end_calendar_feeds(uuid, timestamptz),
  find_limiting_link(uuid, text, timestamptz, integer) to leadlight_app;
