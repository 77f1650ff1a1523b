-- Which languages there are is said by the files in languages/, not by the database: a new one needs no migration.
alter table customer_request drop constraint customer_request_language_check;
alter table customer_request add constraint customer_request_language_check check (language ~ '^[a-z]{2,3}$');
