-- As what the ledger records an email is declared by the kind of email, and checked by the compiler: the one function
-- that writes into the ledger takes no other kind.
alter table lead_notice drop constraint lead_notice_kind_check;
