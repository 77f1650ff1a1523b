-- Whether an invitation to this address waits, in any organization: somebody who belongs to none yet may need a new
-- password to accept it.
--
-- For the application. Runs as its owner, because nobody is known yet: asked by the exact address, and it tells
-- nothing else.
create or replace function is_invited(invited_address text, at timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select exists (select from account_link l
                   where l.purpose = 'join' and lower(l.email) = lower(invited_address) and l.used_at is null
                     and l.replaced_at is null and l.expires_at > at);
  end;
revoke execute on function is_invited from public, leadlight_app, leadlight_worker;
grant execute on function is_invited to leadlight_app;
