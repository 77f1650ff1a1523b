-- The program under which a seller or marketer sent a qualified lead, such as one for selling together. Marketplace
-- leads have none.
alter table lead add column referral_program text check (char_length(referral_program) between 1 and 100);

-- As for campaigns: the leads of a program may be few or most. Only leads with one are in it.
create index lead_by_referral_program on lead (organization_id, tab, referral_program, available_until)
  where referral_program is not null;
create statistics lead_referral_program (mcv) on organization_id, referral_program from lead;
