-- The same words from the same page within a day are one submission, however often the form was opened (IN-3).
create index suspected_submission_words on suspected_submission (organization_id, request_hash, received_at);
