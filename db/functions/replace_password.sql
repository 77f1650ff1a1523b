-- Sets the password of the person on whose behalf the transaction works, of nobody else.
--
-- For the application. Runs as its owner, because no query writes the hash of a password: the transaction’s person
-- only.
create or replace function replace_password(new_hash text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update person set password_hash = new_hash where id = current_person_id();
  if not found then
    raise exception 'the transaction works for no person' using errcode = 'insufficient_privilege';
  end if;
end
$$;
revoke execute on function replace_password from public, leadlight_app, leadlight_worker;
grant execute on function replace_password to leadlight_app;
