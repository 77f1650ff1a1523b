-- Offers of the transaction's organization, or, for the operator, those of one partner or of all, by their names:
-- what is being written of them, if anything is, and otherwise what was published.
--
-- For the application. Runs as its owner, because the operator lists the offers of all partners: it shows everyone
-- else their own.
create or replace function list_offers(of_organization uuid, after_publisher text, after_offer text, maximum integer)
  returns table (organization_id uuid, organization_name text, publisher_id text, offer_key text, title text,
                 call_to_action text, storefronts text[], draft jsonb, alias text, state text, published_at timestamptz,
                 stopped_at timestamptz, changed_at timestamptz, changed_by text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if of_organization is distinct from current_organization_id() then
    perform require_operator();
  end if;
  return query
    select o.organization_id, g.name, o.publisher_id, o.offer_key, o.title, o.call_to_action,
           array(select s.code from offer_storefront shown join storefront s on s.code = shown.storefront_code
                 where shown.organization_id = o.organization_id and shown.offer_id = o.id order by s.position),
           d.draft, d.alias, o.state, o.published_at, o.stopped_at,
           coalesce(o.changed_at, o.published_at, o.created_at), d.changed_by
    from offer o
    join organization g on g.id = o.organization_id
    left join offer_draft d on d.organization_id = o.organization_id and d.offer_id = o.id
    where (of_organization is null or o.organization_id = of_organization)
      and (after_publisher is null
           or (o.publisher_id collate "C", o.offer_key collate "C") > (after_publisher, after_offer))
    order by o.publisher_id collate "C", o.offer_key collate "C"
    limit maximum;
end
$$;
revoke execute on function list_offers from public, leadlight_app, leadlight_worker;
grant execute on function list_offers to leadlight_app;
