-- Rules for new leads may be for countries and offers, and a deleted rule comes back with what it gave (WT-1).
alter table sharing_rule
  -- Empty: of all countries.
  add countries text[] not null default '{}',
  -- By their names, as leads have them; empty: of all offers.
  add offers text[] not null default '{}',
  -- Kept for a while so that Undo finds it, with the leads that waited for it.
  add removed_at timestamptz(3);

-- A deleted activity is kept for a while so that Undo brings back the same one (WS-15; decision 050).
alter table lead_activity add deleted_at timestamptz(3);
create index lead_activity_deleted on lead_activity (deleted_at) where deleted_at is not null;

-- When somebody wants no emails about single leads; one’s own, in one’s own time zone (NT-6).
create table quiet_hours (
  person_id uuid primary key references person on delete cascade,
  -- Minutes after midnight; the end is after midnight when it is not after the beginning. Both null: no nights.
  from_minute smallint check (from_minute between 0 and 1439),
  until_minute smallint check (until_minute between 0 and 1439),
  -- Saturday and Sunday, all day.
  weekends boolean not null,
  -- Hot leads are emailed at once all the same.
  except_hot boolean not null,
  changed_at timestamptz(3) not null,
  check ((from_minute is null) = (until_minute is null)),
  check (from_minute <> until_minute),
  check (from_minute is not null or weekends)
);
alter table quiet_hours enable row level security;
create policy own on quiet_hours to leadlight_app using (person_id = current_person_id());
grant select, insert, update, delete on quiet_hours to leadlight_app;
