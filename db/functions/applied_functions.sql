-- Which text each function of the database has: the hash of its file when it was made (decision 034). A process that
-- logs in as the application looks whether the functions are those that it needs.
--
-- For the application. Runs as its owner, because that table is the migrations’ own: names and hashes alone.
create or replace function applied_functions() returns table (name text, text_hash text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  begin atomic
    select f.name, f.text_hash from database_function f;
  end;
revoke execute on function applied_functions from public, leadlight_app, leadlight_worker;
grant execute on function applied_functions to leadlight_app;
