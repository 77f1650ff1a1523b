-- Adds an account; false, with nothing changed, when somebody has this address already.
--
-- For the application. Runs as its owner, because nobody is known yet, and no query writes the hash of a password:
-- it adds an account and changes none.
create or replace function make_account(new_id uuid, address text, full_name text, new_hash text, verified_at timestamptz, at timestamptz)
  returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into person (id, email, name, password_hash, email_verified_at, created_at)
  values (new_id, address, full_name, new_hash, verified_at, at)
  on conflict do nothing;
  return found;
end
$$;
revoke execute on function make_account from public, leadlight_app, leadlight_worker;
grant execute on function make_account to leadlight_app;
