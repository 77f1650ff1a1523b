-- Whether the contact of a lead may be shown at that moment (LC-4, IN-6): by what may not be shown nothing is found.
--
-- For everybody. Runs as its caller and looks at nothing but its arguments.
create or replace function contact_may_be_shown(contact_allowed boolean, status text, expires_at timestamptz, at timestamptz) returns boolean
  language sql immutable parallel safe
  return contact_allowed and status is distinct from 'Expired'
         and not (status is not distinct from 'Received' and coalesce(expires_at <= at, false));
grant execute on function contact_may_be_shown to public;
