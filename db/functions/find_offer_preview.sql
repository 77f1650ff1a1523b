-- Whose preview an address shows.
--
-- For the application. Runs as its owner, because pages ask before they know the organization: one offer, by the
-- exact key in an address that nobody can guess.
create or replace function find_offer_preview(key text) returns table (organization_id uuid, offer_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select d.organization_id, d.offer_id from offer_draft d where d.preview_key = key;
  end;
revoke execute on function find_offer_preview from public, leadlight_app, leadlight_worker;
grant execute on function find_offer_preview to leadlight_app;
