-- Saves values of a vocabulary for the operator, on whose behalf the transaction works: adds new ones, and changes
-- everything but the code and the parent of those that are there. What is not named stays. Returns the new revision.
--
-- For the application. Runs as its owner, because the application may only read vocabularies: it refuses whoever is
-- not the operator.
create or replace function save_vocabulary(of_vocabulary text, changed jsonb) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  saved uuid;
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'vocabularies are the operator''s' using errcode = 'insufficient_privilege';
  end if;
  insert into vocabulary_value (vocabulary, code, labels, own_labels, place, is_offered, parent_key, retired_by, replaced_by)
  select of_vocabulary, c.code, c.labels, c.own_labels, c.place, c.is_offered, c.parent_key, c.retired_by, c.replaced_by
  from jsonb_to_recordset(changed)
    as c (code text, labels jsonb, own_labels jsonb, place smallint, is_offered boolean, parent_key text, retired_by text, replaced_by text)
  on conflict (vocabulary, key) do update set
    labels = excluded.labels, own_labels = excluded.own_labels, place = excluded.place, is_offered = excluded.is_offered,
    retired_by = excluded.retired_by, replaced_by = excluded.replaced_by;
  update vocabulary set revision = gen_random_uuid() where name = of_vocabulary returning revision into strict saved;
  return saved;
end
$$;
revoke execute on function save_vocabulary from public, leadlight_app, leadlight_worker;
grant execute on function save_vocabulary to leadlight_app;
