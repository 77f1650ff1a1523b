-- Two functions were renamed after what they do: take_leads is store_leads, and take_back_announcement is
-- withdraw_announcement.
drop function if exists take_leads(uuid, jsonb, timestamptz, uuid, jsonb, jsonb, jsonb);
drop function if exists take_back_announcement(uuid);
