-- needs: forget_export_news
-- News about exports in the Action center go with their export: when its time is over, when it is deleted, and when the
-- roles of its person change.
create trigger forget_export_news after delete on lead_export
  for each row execute function forget_export_news();

-- How often it was interrupted while its file was written, and begun anew.
alter table lead_export add column restarts smallint not null default 0;

-- A repeated request orders no second export.
alter table request_receipt drop constraint request_receipt_door_check,
  add constraint request_receipt_door_check
    check (door in ('api-token', 'intake-endpoint', 'announcement', 'bulk-action', 'activity', 'export'));

-- Now with the person’s locale: calendars speak their language.
drop function if exists find_calendar_feed(bytea);
