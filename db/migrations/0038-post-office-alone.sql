-- The post office claims what is due by claim_due_mails; nothing calls this one any more.
drop function find_due_mails(timestamptz, integer);
