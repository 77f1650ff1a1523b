-- Where a lead of that offer goes: only a live offer has leads (OF-4).
--
-- For the application. Runs as its owner, because doors ask before they know the organization: one offer, by its
-- exact name, which is public.
create or replace function find_offer_for_intake(publisher text, offer text)
  returns table (organization_id uuid, id uuid, title text, call_to_action text, location_id uuid,
                 default_location_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select o.organization_id, o.id, o.title, o.call_to_action, o.location_id,
           (select l.id from location l where l.organization_id = o.organization_id and l.is_default)
    from publisher p join offer o on o.organization_id = p.organization_id and o.publisher_id = p.id
    where p.id = publisher and o.offer_key = offer and o.published_at is not null;
  end;
revoke execute on function find_offer_for_intake from public, leadlight_app, leadlight_worker;
grant execute on function find_offer_for_intake to leadlight_app;
