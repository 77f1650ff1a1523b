-- Which migrations ran: a process that logs in as the application looks whether the database is as it needs it.
--
-- For the application. Runs as its owner, because that table is the migrations’ own: names alone.
create or replace function applied_migrations() returns setof text
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as
  'select m.name::text from public.kysely_migration m';
revoke execute on function applied_migrations from public, leadlight_app, leadlight_worker;
grant execute on function applied_migrations to leadlight_app;
