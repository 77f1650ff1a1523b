-- The account that signs in with this address, whatever its capitals.
--
-- For the application. Runs as its owner, because nobody is known yet, and the hash of a password is read by no
-- query: one account, by its exact address.
create or replace function find_account(address text)
  returns table (id uuid, email text, name text, password_hash text, time_zone text, locale text, disabled_at timestamptz,
                 email_verified_at timestamptz, email_refused_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select p.id, p.email, p.name, p.password_hash, p.time_zone, p.locale, p.disabled_at, p.email_verified_at, p.email_refused_at
    from person p where lower(p.email) = lower(address);
  end;
revoke execute on function find_account from public, leadlight_app, leadlight_worker;
grant execute on function find_account to leadlight_app;
