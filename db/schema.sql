-- Generated from the migrations and functions by “npm run generate”. To read, not to run.

create table absence (
  organization_id uuid not null,
  person_id uuid not null,
  from_day date not null,
  until_day date not null
);
alter table absence add constraint absence_check CHECK ((until_day >= from_day));
alter table absence add constraint absence_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table absence add constraint absence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table absence add constraint absence_pkey PRIMARY KEY (organization_id, person_id);
alter table absence enable row level security;
create policy tenant on absence for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table access_log (
  organization_id uuid not null,
  id uuid not null,
  at timestamp(3) with time zone not null,
  actor_person_id uuid,
  actor_name text not null,
  action text not null,
  lead_ids uuid[] not null default '{}'::uuid[],
  detail text,
  request_id text,
  facts jsonb,
  actor_token_id uuid
);
alter table access_log add constraint access_log_actor_person_id_fkey FOREIGN KEY (actor_person_id) REFERENCES person(id);
alter table access_log add constraint access_log_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table access_log add constraint access_log_pkey PRIMARY KEY (organization_id, id);
alter table access_log enable row level security;
create policy tenant on access_log for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert, select

create table account_link (
  organization_id uuid not null,
  id uuid not null,
  purpose text not null,
  person_id uuid,
  email text not null,
  name text,
  roles text[],
  location_id uuid,
  invited_by uuid,
  invited_by_name text,
  handed_over boolean not null default false,
  created_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone,
  replaced_at timestamp(3) with time zone
);
alter table account_link add constraint account_link_check CHECK (((purpose = 'join'::text) = (person_id IS NULL)));
alter table account_link add constraint account_link_check1 CHECK (((purpose = 'join'::text) = ((name IS NOT NULL) AND (roles IS NOT NULL) AND (invited_by_name IS NOT NULL))));
alter table account_link add constraint account_link_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES person(id);
alter table account_link add constraint account_link_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table account_link add constraint account_link_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES location(organization_id, id);
alter table account_link add constraint account_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table account_link add constraint account_link_pkey PRIMARY KEY (organization_id, id);
alter table account_link add constraint account_link_purpose_check CHECK ((purpose = ANY (ARRAY['join'::text, 'reset'::text, 'verify'::text])));
CREATE INDEX account_link_invitations ON public.account_link USING btree (organization_id, created_at DESC) WHERE ((purpose = 'join'::text) AND (used_at IS NULL) AND (replaced_at IS NULL));
CREATE INDEX account_link_invited ON public.account_link USING btree (lower(email)) WHERE ((purpose = 'join'::text) AND (used_at IS NULL) AND (replaced_at IS NULL));
CREATE INDEX account_link_made ON public.account_link USING btree (person_id, purpose, created_at DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX account_link_person ON public.account_link USING btree (person_id, purpose) WHERE ((used_at IS NULL) AND (replaced_at IS NULL));
alter table account_link enable row level security;
create policy tenant on account_link for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table action_center_seen (
  organization_id uuid not null,
  person_id uuid not null,
  seen_at timestamp(3) with time zone not null
);
alter table action_center_seen add constraint action_center_seen_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table action_center_seen add constraint action_center_seen_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table action_center_seen add constraint action_center_seen_pkey PRIMARY KEY (organization_id, person_id);
alter table action_center_seen enable row level security;
create policy tenant on action_center_seen for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert, select, update

create table api_token (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  token_hash bytea not null,
  hint text not null,
  scopes text[] not null,
  created_by uuid,
  created_at timestamp(3) with time zone not null,
  last_used_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone
);
alter table api_token add constraint api_token_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);
alter table api_token add constraint api_token_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table api_token add constraint api_token_pkey PRIMARY KEY (organization_id, id);
alter table api_token add constraint api_token_token_hash_key UNIQUE (token_hash);
alter table api_token enable row level security;
create policy tenant on api_token for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert

create table bulk_action (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  action text not null,
  details jsonb not null,
  state text not null default 'waiting'::text,
  total integer not null,
  done integer not null default 0,
  refused integer not null default 0,
  failures smallint not null default 0,
  undoes uuid,
  created_at timestamp(3) with time zone not null,
  started_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone
);
alter table bulk_action add constraint bulk_action_action_check CHECK ((action = ANY (ARRAY['accept'::text, 'decline'::text, 'assign'::text, 'favorite'::text, 'unfavorite'::text, 'report-spam'::text, 'close-as-error'::text])));
alter table bulk_action add constraint bulk_action_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table bulk_action add constraint bulk_action_organization_id_undoes_key UNIQUE (organization_id, undoes);
alter table bulk_action add constraint bulk_action_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table bulk_action add constraint bulk_action_pkey PRIMARY KEY (organization_id, id);
alter table bulk_action add constraint bulk_action_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])));
CREATE INDEX bulk_action_by_age ON public.bulk_action USING btree (created_at);
CREATE INDEX bulk_action_of_person ON public.bulk_action USING btree (organization_id, person_id, id DESC);
CREATE INDEX bulk_action_open ON public.bulk_action USING btree (organization_id) WHERE (ended_at IS NULL);
alter table bulk_action enable row level security;
create policy tenant on bulk_action for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert, select, update

create table bulk_action_lead (
  organization_id uuid not null,
  bulk_action_id uuid not null,
  place integer not null,
  lead_id uuid not null,
  version integer,
  outcome text,
  reason text,
  lead_state text,
  new_version integer,
  former_owner_id uuid,
  wanted_owner_id uuid
);
alter table bulk_action_lead add constraint bulk_action_lead_organization_id_bulk_action_id_fkey FOREIGN KEY (organization_id, bulk_action_id) REFERENCES bulk_action(organization_id, id) ON DELETE CASCADE;
alter table bulk_action_lead add constraint bulk_action_lead_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'unchanged'::text, 'refused'::text])));
alter table bulk_action_lead add constraint bulk_action_lead_pkey PRIMARY KEY (organization_id, bulk_action_id, place);
alter table bulk_action_lead enable row level security;
create policy tenant on bulk_action_lead for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert, select, update

create table business_profile (
  organization_id uuid not null,
  id uuid not null,
  country text not null,
  display_name text not null,
  description text not null default ''::text,
  website text,
  published_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null,
  tags text[] not null default '{}'::text[],
  revision bigint not null default 1,
  linked_in text,
  languages text[] not null default '{}'::text[],
  industries text[] not null default '{}'::text[],
  products text[] not null default '{}'::text[],
  services text[] not null default '{}'::text[],
  solutions text[] not null default '{}'::text[],
  customer_sizes text[] not null default '{}'::text[],
  opt_out_of_other_sizes boolean not null default false,
  budget_from_minor bigint,
  budget_from_currency text,
  logo_id uuid,
  first_published_at timestamp(3) with time zone,
  unavailable_until date,
  unavailable_since date,
  skills text[] not null default '{}'::text[]
);
alter table business_profile add constraint business_profile_budget_from_currency_check CHECK ((budget_from_currency ~ '^[A-Z]{3}$'::text));
alter table business_profile add constraint business_profile_budget_from_minor_check CHECK ((budget_from_minor >= 0));
alter table business_profile add constraint business_profile_check CHECK (((budget_from_minor IS NULL) = (budget_from_currency IS NULL)));
alter table business_profile add constraint business_profile_check1 CHECK (((unavailable_until IS NULL) = (unavailable_since IS NULL)));
alter table business_profile add constraint business_profile_customer_sizes_check CHECK ((cardinality(customer_sizes) <= 11));
alter table business_profile add constraint business_profile_industries_check CHECK ((cardinality(industries) <= 14));
alter table business_profile add constraint business_profile_languages_check CHECK ((cardinality(languages) <= 10));
alter table business_profile add constraint business_profile_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table business_profile add constraint business_profile_pkey PRIMARY KEY (organization_id, id);
alter table business_profile add constraint business_profile_products_check CHECK ((cardinality(products) <= 20));
alter table business_profile add constraint business_profile_revision_check CHECK ((revision > 0));
alter table business_profile add constraint business_profile_services_check CHECK ((cardinality(services) <= 10));
alter table business_profile add constraint business_profile_skills_check CHECK ((cardinality(skills) <= 50));
alter table business_profile add constraint business_profile_solutions_check CHECK ((cardinality(solutions) <= 15));
alter table business_profile add constraint business_profile_tags_check CHECK ((cardinality(tags) <= 100));
CREATE UNIQUE INDEX business_profile_country ON public.business_profile USING btree (organization_id, country);
alter table business_profile enable row level security;
create policy published on business_profile for SELECT to leadlight_app using (published_at IS NOT NULL);
create policy tenant on business_profile for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table calendar_feed (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  created_at timestamp(3) with time zone not null,
  last_used_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone
);
alter table calendar_feed add constraint calendar_feed_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table calendar_feed add constraint calendar_feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table calendar_feed add constraint calendar_feed_pkey PRIMARY KEY (organization_id, id);
alter table calendar_feed add constraint calendar_feed_token_hash_key UNIQUE (token_hash);
CREATE UNIQUE INDEX calendar_feed_living ON public.calendar_feed USING btree (organization_id, person_id) WHERE (revoked_at IS NULL);
CREATE INDEX calendar_feed_person ON public.calendar_feed USING btree (person_id) WHERE (revoked_at IS NULL);
alter table calendar_feed enable row level security;
create policy tenant on calendar_feed for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert

create table catch_all_domain (
  domain text not null,
  catch_all boolean not null,
  known_until timestamp(3) with time zone not null
);
alter table catch_all_domain add constraint catch_all_domain_pkey PRIMARY KEY (domain);
-- leadlight_app: delete, insert, select, update

create table colleague (
  organization_id uuid not null,
  person_id uuid not null,
  since timestamp(3) with time zone not null
);
alter table colleague add constraint colleague_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table colleague add constraint colleague_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table colleague add constraint colleague_pkey PRIMARY KEY (organization_id, person_id);
alter table colleague enable row level security;
create policy tenant on colleague for SELECT to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: select

create table contact_check (
  organization_id uuid not null,
  lead_id uuid not null,
  kind text not null,
  evidence jsonb not null,
  checked_at timestamp(3) with time zone not null,
  retry_at timestamp(3) with time zone
);
alter table contact_check add constraint contact_check_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text])));
alter table contact_check add constraint contact_check_organization_id_lead_id_fkey FOREIGN KEY (organization_id, lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table contact_check add constraint contact_check_pkey PRIMARY KEY (organization_id, lead_id, kind);
alter table contact_check enable row level security;
create policy tenant on contact_check for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table contact_mark (
  organization_id uuid not null,
  id uuid not null,
  list text not null,
  kind text not null,
  value text not null,
  note text,
  source text not null,
  created_at timestamp(3) with time zone not null,
  created_by text
);
alter table contact_mark add constraint contact_mark_kind_check CHECK ((kind = ANY (ARRAY['address'::text, 'domain'::text, 'phone'::text])));
alter table contact_mark add constraint contact_mark_list_check CHECK ((list = ANY (ARRAY['block'::text, 'allow'::text])));
alter table contact_mark add constraint contact_mark_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table contact_mark add constraint contact_mark_pkey PRIMARY KEY (organization_id, id);
alter table contact_mark add constraint contact_mark_source_check CHECK ((source = ANY (ARRAY['operator'::text, 'reports'::text])));
CREATE INDEX contact_mark_newest ON public.contact_mark USING btree (organization_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX contact_mark_value ON public.contact_mark USING btree (kind, value, list);
alter table contact_mark enable row level security;
create policy tenant on contact_mark for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table contact_sharing (
  organization_id uuid not null,
  with_operator boolean not null,
  changed_at timestamp(3) with time zone not null,
  changed_by text not null,
  revision uuid not null default gen_random_uuid()
);
alter table contact_sharing add constraint contact_sharing_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table contact_sharing add constraint contact_sharing_pkey PRIMARY KEY (organization_id);
alter table contact_sharing enable row level security;
create policy tenant on contact_sharing for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert, select, update

create table currency_rate (
  currency text not null,
  minor_digits smallint not null,
  per_usd numeric not null,
  as_of date not null,
  source text not null
);
alter table currency_rate add constraint currency_rate_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text));
alter table currency_rate add constraint currency_rate_minor_digits_check CHECK (((minor_digits >= 0) AND (minor_digits <= 4)));
alter table currency_rate add constraint currency_rate_per_usd_check CHECK ((per_usd > (0)::numeric));
alter table currency_rate add constraint currency_rate_pkey PRIMARY KEY (currency);
-- leadlight_app: select

create table customer_request (
  organization_id uuid not null,
  id uuid not null,
  lead_organization_id uuid not null,
  lead_id uuid not null,
  partner_name text not null,
  language text not null,
  created_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  withdrawn_at timestamp(3) with time zone,
  mail_id uuid
);
alter table customer_request add constraint customer_request_language_check CHECK ((language ~ '^[a-z]{2,3}$'::text));
alter table customer_request add constraint customer_request_lead_organization_id_fkey FOREIGN KEY (lead_organization_id) REFERENCES organization(id);
alter table customer_request add constraint customer_request_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table customer_request add constraint customer_request_organization_id_mail_id_fkey FOREIGN KEY (organization_id, mail_id) REFERENCES mail(organization_id, id) ON DELETE SET NULL (mail_id);
alter table customer_request add constraint customer_request_pkey PRIMARY KEY (organization_id, id);
CREATE UNIQUE INDEX customer_request_lead ON public.customer_request USING btree (organization_id, lead_organization_id, lead_id);
alter table customer_request enable row level security;
create policy tenant on customer_request for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table customer_request_forward (
  organization_id uuid not null,
  request_id uuid not null,
  lead_organization_id uuid not null,
  lead_id uuid not null,
  partner_name text not null,
  sent_at timestamp(3) with time zone not null,
  told_at timestamp(3) with time zone,
  mail_id uuid
);
alter table customer_request_forward add constraint customer_request_forward_lead_organization_id_fkey FOREIGN KEY (lead_organization_id) REFERENCES organization(id);
alter table customer_request_forward add constraint customer_request_forward_organization_id_mail_id_fkey FOREIGN KEY (organization_id, mail_id) REFERENCES mail(organization_id, id) ON DELETE SET NULL (mail_id);
alter table customer_request_forward add constraint customer_request_forward_organization_id_request_id_fkey FOREIGN KEY (organization_id, request_id) REFERENCES customer_request(organization_id, id) ON DELETE CASCADE;
alter table customer_request_forward add constraint customer_request_forward_pkey PRIMARY KEY (organization_id, request_id, lead_organization_id);
alter table customer_request_forward enable row level security;
create policy tenant on customer_request_forward for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table database_function (
  name text not null,
  text_hash text not null
);
alter table database_function add constraint database_function_pkey PRIMARY KEY (name);

create table desk (
  organization_id uuid not null,
  person_id uuid not null,
  look jsonb,
  last_query jsonb,
  default_view_id uuid,
  updated_at timestamp(3) with time zone not null
);
alter table desk add constraint desk_organization_id_default_view_id_fkey FOREIGN KEY (organization_id, default_view_id) REFERENCES saved_view(organization_id, id) ON DELETE SET NULL (default_view_id);
alter table desk add constraint desk_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table desk add constraint desk_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table desk add constraint desk_pkey PRIMARY KEY (organization_id, person_id);
CREATE INDEX desk_default_view ON public.desk USING btree (organization_id, default_view_id) WHERE (default_view_id IS NOT NULL);
alter table desk enable row level security;
create policy own on desk for ALL to leadlight_app using ((organization_id = current_organization_id()) AND (person_id = current_person_id()));
-- leadlight_app: insert, select, update

create table directory_change (
  number bigint not null generated always as identity,
  organization_id uuid not null,
  page_id uuid not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  changed_at timestamp(3) with time zone not null default now()
);
alter table directory_change add constraint directory_change_pkey PRIMARY KEY (number);
CREATE INDEX directory_change_transaction ON public.directory_change USING btree (transaction_id);
alter table directory_change enable row level security;
create policy public on directory_change for SELECT to leadlight_app using true;
create policy tenant on directory_change for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select

create table duplicate_decision (
  organization_id uuid not null,
  lead_id uuid not null,
  other_lead_id uuid not null,
  decision text not null,
  decided_at timestamp(3) with time zone not null,
  decided_by_name text not null
);
alter table duplicate_decision add constraint duplicate_decision_check CHECK ((lead_id < other_lead_id));
alter table duplicate_decision add constraint duplicate_decision_decision_check CHECK ((decision = ANY (ARRAY['linked'::text, 'dismissed'::text])));
alter table duplicate_decision add constraint duplicate_decision_organization_id_lead_id_fkey FOREIGN KEY (organization_id, lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table duplicate_decision add constraint duplicate_decision_organization_id_other_lead_id_fkey FOREIGN KEY (organization_id, other_lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table duplicate_decision add constraint duplicate_decision_pkey PRIMARY KEY (organization_id, lead_id, other_lead_id);
CREATE INDEX duplicate_decision_other ON public.duplicate_decision USING btree (organization_id, other_lead_id);
alter table duplicate_decision enable row level security;
create policy tenant on duplicate_decision for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table form_secret (
  only_row boolean not null default true,
  secret bytea not null
);
alter table form_secret add constraint form_secret_only_row_check CHECK (only_row);
alter table form_secret add constraint form_secret_pkey PRIMARY KEY (only_row);
-- leadlight_app: select

create table form_use (
  organization_id uuid not null,
  form_key uuid not null,
  content_hash bytea not null,
  expires_at timestamp(3) with time zone not null
);
alter table form_use add constraint form_use_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table form_use add constraint form_use_pkey PRIMARY KEY (organization_id, form_key, content_hash);
CREATE INDEX form_use_expiry ON public.form_use USING btree (organization_id, expires_at);
alter table form_use enable row level security;
create policy tenant on form_use for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table former_address (
  organization_id uuid not null,
  address text not null,
  person_id uuid not null,
  person_name text not null
);
alter table former_address add constraint former_address_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table former_address add constraint former_address_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table former_address add constraint former_address_pkey PRIMARY KEY (organization_id, address);
CREATE INDEX former_address_person ON public.former_address USING btree (organization_id, person_id);
alter table former_address enable row level security;
create policy tenant on former_address for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: select

create table installation (
  only_row boolean not null default true,
  demo boolean not null default false,
  lead_expiry_hours integer not null default 336,
  hot_lead_hours integer not null default 72,
  informational_lead_months integer not null default 6,
  created_at timestamp(3) with time zone not null default now(),
  spam_reports_for_address integer not null default 3,
  spam_reports_for_domain integer not null default 5,
  mails_per_day integer not null default 10,
  digest_hour integer not null default 17,
  clock_ahead_seconds integer not null default 0,
  policy_revision uuid not null default gen_random_uuid()
);
alter table installation add constraint installation_clock_ahead_seconds_check CHECK ((clock_ahead_seconds >= 0));
alter table installation add constraint installation_digest_hour_check CHECK (((digest_hour >= 0) AND (digest_hour <= 23)));
alter table installation add constraint installation_hot_lead_hours_check CHECK ((hot_lead_hours > 0));
alter table installation add constraint installation_informational_lead_months_check CHECK ((informational_lead_months > 0));
alter table installation add constraint installation_lead_expiry_hours_check CHECK ((lead_expiry_hours > 0));
alter table installation add constraint installation_mails_per_day_check CHECK ((mails_per_day > 0));
alter table installation add constraint installation_only_row_check CHECK (only_row);
alter table installation add constraint installation_pkey PRIMARY KEY (only_row);
alter table installation add constraint installation_spam_reports_for_address_check CHECK ((spam_reports_for_address > 0));
alter table installation add constraint installation_spam_reports_for_domain_check CHECK ((spam_reports_for_domain > 0));
-- leadlight_app: select

create table intake_endpoint (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  key_hash bytea not null,
  hint text not null,
  created_by uuid,
  created_at timestamp(3) with time zone not null,
  last_used_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone
);
alter table intake_endpoint add constraint intake_endpoint_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);
alter table intake_endpoint add constraint intake_endpoint_key_hash_key UNIQUE (key_hash);
alter table intake_endpoint add constraint intake_endpoint_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table intake_endpoint add constraint intake_endpoint_pkey PRIMARY KEY (organization_id, id);
alter table intake_endpoint enable row level security;
create policy tenant on intake_endpoint for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert

create table intake_receipt (
  organization_id uuid not null,
  door text not null,
  key bytea not null,
  request_hash bytea not null,
  lead_id uuid not null,
  routed boolean not null,
  received_at timestamp(3) with time zone not null
);
alter table intake_receipt add constraint intake_receipt_pkey PRIMARY KEY (organization_id, door, key);
alter table intake_receipt enable row level security;
create policy tenant on intake_receipt for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table job_worker (
  id text not null,
  seen_at timestamp with time zone not null
);
alter table job_worker add constraint job_worker_pkey PRIMARY KEY (id);

create table lead (
  organization_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  location_id uuid,
  qualification text not null,
  lead_type text not null,
  call_to_action text,
  lead_source text,
  offer_id uuid,
  offer_name text,
  offer_title text,
  is_test boolean not null default false,
  door text not null,
  routing_reason text not null,
  repeat_of_lead_id uuid,
  customer_name text,
  country text,
  contact_first_name text,
  contact_last_name text,
  contact_title text,
  contact_email text,
  contact_phone text,
  message text,
  contact_allowed boolean not null,
  consent_at timestamp(3) with time zone,
  consent_text_version text,
  sender_organization_id uuid,
  sender_person_id uuid,
  sender_name text,
  sender_organization_name text,
  email_validity text,
  phone_validity text,
  checked_at timestamp(3) with time zone,
  lead_quality text,
  status text,
  received_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null,
  accepted_at timestamp(3) with time zone,
  closed_at timestamp(3) with time zone,
  expires_at timestamp(3) with time zone,
  available_until timestamp(3) with time zone,
  hot_until timestamp(3) with time zone,
  deal_name text,
  deal_value_minor bigint,
  deal_currency text,
  estimated_purchase_date date,
  deal_notes text,
  crm_id text,
  campaign_id text,
  employees jsonb not null default '[]'::jsonb,
  qualified_at timestamp(3) with time zone,
  developed_at timestamp(3) with time zone,
  proposed_at timestamp(3) with time zone,
  negotiated_at timestamp(3) with time zone,
  decline_reason text,
  lost_reason text,
  error_reason text,
  closing_notes text,
  final_value_minor bigint,
  final_value_currency text,
  duplicate_of_lead_id uuid,
  tab text not null generated always as (
CASE
    WHEN (qualification = 'Direct'::text) THEN 'marketplace'::text
    ELSE 'qualified'::text
END) stored,
  customer_sort text not null generated always as ("left"(lower(COALESCE(customer_name, ''::text)), 200)) stored,
  status_sort smallint not null generated always as (
CASE status
    WHEN 'Received'::text THEN 1
    WHEN 'Accepted'::text THEN 2
    WHEN 'Won'::text THEN 3
    WHEN 'Lost'::text THEN 4
    WHEN 'Declined'::text THEN 5
    WHEN 'Expired'::text THEN 6
    WHEN 'ClosedAsError'::text THEN 7
    ELSE 8
END) stored,
  quality_sort smallint not null generated always as (
CASE lead_quality
    WHEN 'High'::text THEN 3
    WHEN 'Medium'::text THEN 2
    WHEN 'Low'::text THEN 1
    ELSE 0
END) stored,
  value_sort text not null generated always as (
CASE
    WHEN (deal_value_minor IS NULL) THEN ''::text
    ELSE (deal_currency || lpad((deal_value_minor)::text, 16, '0'::text))
END) stored,
  expiry_sort timestamp(3) with time zone generated always as (
CASE
    WHEN (status = 'Received'::text) THEN expires_at
    ELSE 'infinity'::timestamp with time zone
END) stored,
  contact_email_key text generated always as (lower(contact_email)) stored,
  checks_pending boolean not null default true,
  phone_e164 text,
  phone_extension text,
  reminded_at timestamp(3) with time zone,
  customer_request_id uuid,
  forwarded_after text,
  mended jsonb,
  suspected_spam boolean not null default false,
  spam_score real,
  email_read text,
  email_key text generated always as (COALESCE(email_read, lower(contact_email))) stored,
  company_key text generated always as (duplicate_company_key(customer_name)) stored,
  assigned_to uuid,
  stage text generated always as (
CASE
    WHEN (accepted_at IS NULL) THEN NULL::text
    WHEN (negotiated_at IS NOT NULL) THEN 'negotiated'::text
    WHEN (proposed_at IS NOT NULL) THEN 'proposed'::text
    WHEN (developed_at IS NOT NULL) THEN 'developed'::text
    WHEN (qualified_at IS NOT NULL) THEN 'qualified'::text
    ELSE 'accepted'::text
END) stored,
  referral_program text,
  next_step text,
  next_step_day date,
  next_step_at timestamp(3) with time zone,
  next_step_by uuid,
  source_detail text
);
alter table lead add constraint lead_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES person(id);
alter table lead add constraint lead_call_to_action_check CHECK ((call_to_action = ANY (ARRAY['ContactMe'::text, 'GetItNow'::text, 'FreeTrial'::text, 'TestDrive'::text])));
alter table lead add constraint lead_check CHECK (((status IS NULL) = (available_until IS NOT NULL)));
alter table lead add constraint lead_check1 CHECK (((deal_value_minor IS NULL) = (deal_currency IS NULL)));
alter table lead add constraint lead_check2 CHECK (((final_value_minor IS NULL) = (final_value_currency IS NULL)));
alter table lead add constraint lead_check3 CHECK (((customer_request_id IS NULL) = (forwarded_after IS NULL)));
alter table lead add constraint lead_deal_value_minor_check CHECK ((deal_value_minor >= 0));
alter table lead add constraint lead_door_check CHECK ((door = ANY (ARRAY['marketplace'::text, 'api'::text, 'offer-page'::text, 'profile-page'::text, 'import'::text])));
alter table lead add constraint lead_email_validity_check CHECK ((email_validity = ANY (ARRAY['Valid'::text, 'Invalid'::text, 'Spam'::text, 'Unknown'::text])));
alter table lead add constraint lead_final_value_minor_check CHECK ((final_value_minor >= 0));
alter table lead add constraint lead_forwarded_after_check CHECK ((forwarded_after = ANY (ARRAY['Declined'::text, 'Expired'::text, 'ClosedAsError'::text])));
alter table lead add constraint lead_lead_quality_check CHECK ((lead_quality = ANY (ARRAY['High'::text, 'Medium'::text, 'Low'::text])));
alter table lead add constraint lead_lead_type_check CHECK ((lead_type = ANY (ARRAY['Profile'::text, 'Offer'::text])));
alter table lead add constraint lead_next_step_by_fkey FOREIGN KEY (next_step_by) REFERENCES person(id);
alter table lead add constraint lead_next_step_check CHECK ((next_step <> ''::text));
alter table lead add constraint lead_next_step_whole CHECK ((((next_step IS NULL) = (next_step_day IS NULL)) AND ((next_step IS NOT NULL) OR ((next_step_at IS NULL) AND (next_step_by IS NULL)))));
alter table lead add constraint lead_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table lead add constraint lead_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES location(organization_id, id);
alter table lead add constraint lead_organization_id_offer_id_fkey FOREIGN KEY (organization_id, offer_id) REFERENCES offer(organization_id, id) ON DELETE SET NULL (offer_id);
alter table lead add constraint lead_organization_id_repeat_of_lead_id_fkey FOREIGN KEY (organization_id, repeat_of_lead_id) REFERENCES lead(organization_id, id) ON DELETE SET NULL (repeat_of_lead_id);
alter table lead add constraint lead_phone_validity_check CHECK ((phone_validity = ANY (ARRAY['Valid'::text, 'Invalid'::text, 'Unknown'::text])));
alter table lead add constraint lead_pkey PRIMARY KEY (organization_id, id);
alter table lead add constraint lead_qualification_check CHECK ((qualification = ANY (ARRAY['Direct'::text, 'MarketingQualified'::text, 'SalesQualified'::text])));
alter table lead add constraint lead_referral_program_check CHECK (((char_length(referral_program) >= 1) AND (char_length(referral_program) <= 100)));
alter table lead add constraint lead_sender_organization_id_fkey FOREIGN KEY (sender_organization_id) REFERENCES organization(id);
alter table lead add constraint lead_sender_person_id_fkey FOREIGN KEY (sender_person_id) REFERENCES person(id);
alter table lead add constraint lead_spam_score_check CHECK (((spam_score >= (0)::double precision) AND (spam_score <= (1)::double precision)));
alter table lead add constraint lead_status_check CHECK ((status = ANY (ARRAY['Received'::text, 'Accepted'::text, 'Won'::text, 'Lost'::text, 'Declined'::text, 'Expired'::text, 'ClosedAsError'::text])));
CREATE INDEX lead_assigned ON public.lead USING btree (organization_id, assigned_to, tab, received_at DESC, id DESC) INCLUDE (available_until) WHERE (assigned_to IS NOT NULL);
CREATE INDEX lead_by_campaign ON public.lead USING btree (organization_id, tab, campaign_id, available_until) WHERE (campaign_id IS NOT NULL);
CREATE INDEX lead_by_closing ON public.lead USING btree (organization_id, tab, closed_at, available_until) WHERE (closed_at IS NOT NULL);
CREATE INDEX lead_by_crm_id ON public.lead USING btree (organization_id, crm_id) WHERE (crm_id IS NOT NULL);
CREATE INDEX lead_by_customer ON public.lead USING btree (organization_id, tab, customer_name, available_until) WHERE (customer_name IS NOT NULL);
CREATE INDEX lead_by_email ON public.lead USING btree (organization_id, email_key, received_at DESC, id DESC) WHERE (email_key IS NOT NULL);
CREATE INDEX lead_by_email_validity ON public.lead USING btree (organization_id, tab, (
CASE
    WHEN (contact_email IS NULL) THEN 5
    ELSE
    CASE email_validity
        WHEN 'Valid'::text THEN 1
        WHEN 'Spam'::text THEN 3
        WHEN 'Invalid'::text THEN 4
        ELSE 2
    END
END), id);
CREATE INDEX lead_by_expiry ON public.lead USING btree (organization_id, tab, expiry_sort, id);
CREATE INDEX lead_by_offer ON public.lead USING btree (organization_id, tab, offer_name, available_until) WHERE (offer_name IS NOT NULL);
CREATE INDEX lead_by_phone_validity ON public.lead USING btree (organization_id, tab, (
CASE
    WHEN (contact_phone IS NULL) THEN 5
    ELSE
    CASE phone_validity
        WHEN 'Valid'::text THEN 1
        WHEN 'Spam'::text THEN 3
        WHEN 'Invalid'::text THEN 4
        ELSE 2
    END
END), id);
CREATE INDEX lead_by_purchase_date ON public.lead USING btree (organization_id, estimated_purchase_date, id) WHERE ((status = 'Accepted'::text) AND (estimated_purchase_date IS NOT NULL));
CREATE INDEX lead_by_purchase_day ON public.lead USING btree (organization_id, tab, estimated_purchase_date, available_until) WHERE (estimated_purchase_date IS NOT NULL);
CREATE INDEX lead_by_quality ON public.lead USING btree (organization_id, tab, quality_sort, id);
CREATE INDEX lead_by_referral_program ON public.lead USING btree (organization_id, tab, referral_program, available_until) WHERE (referral_program IS NOT NULL);
CREATE INDEX lead_by_sender ON public.lead USING btree (sender_organization_id, received_at DESC, id DESC) WHERE (sender_organization_id IS NOT NULL);
CREATE INDEX lead_by_stage ON public.lead USING btree (organization_id, tab, stage, available_until) WHERE (stage IS NOT NULL);
CREATE INDEX lead_by_status ON public.lead USING btree (organization_id, tab, status_sort, id);
CREATE INDEX lead_count ON public.lead USING btree (organization_id, tab, status, lead_quality, email_validity, phone_validity, lead_type, call_to_action, lead_source, country, location_id, available_until);
CREATE INDEX lead_due ON public.lead USING btree (organization_id, expires_at, id) WHERE (status = 'Received'::text);
CREATE INDEX lead_duplicate_company ON public.lead USING gin (organization_id, company_key gin_trgm_ops) WHERE (company_key IS NOT NULL);
CREATE INDEX lead_duplicate_email ON public.lead USING btree (organization_id, duplicate_email_key(email_key), received_at DESC) WHERE (email_key IS NOT NULL);
CREATE INDEX lead_duplicate_person ON public.lead USING btree (organization_id, duplicate_person_key(contact_last_name, contact_first_name), duplicate_domain_key(email_key) COLLATE "C") WHERE (COALESCE(contact_last_name, contact_first_name) IS NOT NULL);
CREATE INDEX lead_duplicate_phone ON public.lead USING btree (organization_id, duplicate_phone_key(phone_e164), received_at DESC) WHERE (phone_e164 IS NOT NULL);
CREATE INDEX lead_email_written_otherwise ON public.lead USING btree (organization_id, id) WHERE ((contact_email_key IS NOT NULL) AND (contact_email_key !~ '^[a-z0-9!#$%&*+/=?^_`{|}~.-]+@[a-z0-9.-]+$'::text));
CREATE INDEX lead_hot ON public.lead USING btree (hot_until) WHERE (hot_until IS NOT NULL);
CREATE INDEX lead_hot_to_answer ON public.lead USING btree (organization_id, tab, hot_until, expires_at, available_until) WHERE ((status = 'Received'::text) AND (hot_until IS NOT NULL));
CREATE INDEX lead_list ON public.lead USING btree (organization_id, tab, received_at DESC, id DESC) INCLUDE (status, call_to_action, country, lead_source, lead_type, lead_quality, email_validity, phone_validity, location_id, available_until, expires_at, customer_name, customer_sort, status_sort, quality_sort, value_sort, expiry_sort, is_test, assigned_to, hot_until, estimated_purchase_date, closed_at, offer_name, next_step_day);
CREATE INDEX lead_next_step ON public.lead USING btree (organization_id, next_step_day, tab) WHERE (next_step_day IS NOT NULL);
CREATE INDEX lead_of_all ON public.lead USING btree (status_sort, received_at DESC, id DESC);
CREATE INDEX lead_open ON public.lead USING btree (organization_id, tab, received_at DESC, id DESC) INCLUDE (expires_at, hot_until, available_until) WHERE (status = 'Received'::text);
CREATE INDEX lead_over ON public.lead USING btree (organization_id, tab, available_until) WHERE (available_until IS NOT NULL);
CREATE INDEX lead_tests ON public.lead USING btree (organization_id, tab, received_at DESC, id DESC) WHERE is_test;
CREATE INDEX lead_unreminded ON public.lead USING btree (organization_id, expires_at, id) WHERE ((status = 'Received'::text) AND (reminded_at IS NULL) AND ((expires_at - received_at) > '72:00:00'::interval));
alter table lead enable row level security;
create policy tenant on lead for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table lead_activity (
  organization_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  kind text not null,
  at timestamp(3) with time zone not null,
  outcome text,
  text text,
  author_kind text not null,
  author_person_id uuid,
  author_token_id uuid,
  author_name text not null,
  created_at timestamp(3) with time zone not null,
  edited_at timestamp(3) with time zone,
  version integer not null default 1,
  deleted_at timestamp(3) with time zone
);
alter table lead_activity add constraint lead_activity_author_kind_check CHECK ((author_kind = ANY (ARRAY['person'::text, 'token'::text])));
alter table lead_activity add constraint lead_activity_author_person_id_fkey FOREIGN KEY (author_person_id) REFERENCES person(id);
alter table lead_activity add constraint lead_activity_check CHECK (((outcome IS NULL) OR ((kind = 'call'::text) AND (outcome = ANY (ARRAY['reached'::text, 'left-message'::text, 'no-answer'::text, 'wrong-number'::text]))) OR ((kind = 'email'::text) AND (outcome = ANY (ARRAY['sent'::text, 'answered'::text, 'bounced'::text]))) OR ((kind = 'meeting'::text) AND (outcome = ANY (ARRAY['held'::text, 'postponed'::text, 'canceled'::text, 'no-show'::text])))));
alter table lead_activity add constraint lead_activity_check1 CHECK ((num_nonnulls(author_person_id, author_token_id) = 1));
alter table lead_activity add constraint lead_activity_check2 CHECK (((kind <> 'note'::text) OR (text IS NOT NULL)));
alter table lead_activity add constraint lead_activity_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'call'::text, 'email'::text, 'meeting'::text])));
alter table lead_activity add constraint lead_activity_organization_id_lead_id_fkey FOREIGN KEY (organization_id, lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table lead_activity add constraint lead_activity_pkey PRIMARY KEY (organization_id, id);
alter table lead_activity add constraint lead_activity_text_check CHECK ((text <> ''::text));
CREATE INDEX lead_activity_deleted ON public.lead_activity USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX lead_activity_lead ON public.lead_activity USING btree (organization_id, lead_id, at DESC, id DESC);
alter table lead_activity enable row level security;
create policy tenant on lead_activity for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table lead_escalation (
  organization_id uuid not null,
  lead_id uuid not null,
  at timestamp(3) with time zone not null
);
alter table lead_escalation add constraint lead_escalation_organization_id_lead_id_fkey FOREIGN KEY (organization_id, lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table lead_escalation add constraint lead_escalation_pkey PRIMARY KEY (organization_id, lead_id);
alter table lead_escalation enable row level security;
create policy tenant on lead_escalation for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table lead_event (
  organization_id uuid not null,
  id uuid not null,
  lead_id uuid not null,
  type text not null,
  at timestamp(3) with time zone not null,
  actor_kind text not null,
  actor_person_id uuid,
  actor_name text not null,
  changes jsonb not null default '[]'::jsonb,
  note text,
  version integer not null,
  transaction_id xid8 not null default pg_current_xact_id()
);
alter table lead_event add constraint lead_event_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'token'::text, 'customer'::text, 'marketplace'::text, 'system'::text])));
alter table lead_event add constraint lead_event_actor_person_id_fkey FOREIGN KEY (actor_person_id) REFERENCES person(id);
alter table lead_event add constraint lead_event_organization_id_lead_id_fkey FOREIGN KEY (organization_id, lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table lead_event add constraint lead_event_pkey PRIMARY KEY (organization_id, id);
CREATE INDEX lead_event_lead ON public.lead_event USING btree (organization_id, lead_id, at, id);
CREATE INDEX lead_event_transaction ON public.lead_event USING btree (transaction_id);
alter table lead_event enable row level security;
create policy tenant on lead_event for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert, select

create table lead_export (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  format text not null,
  query jsonb not null,
  state text not null default 'waiting'::text,
  failure text,
  rows integer,
  rows_done integer not null default 0,
  failures smallint not null default 0,
  file_id uuid,
  file_name text,
  size_bytes bigint,
  created_at timestamp(3) with time zone not null,
  started_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  expires_at timestamp(3) with time zone not null,
  restarts smallint not null default 0
);
alter table lead_export add constraint lead_export_failure_check CHECK ((failure = ANY (ARRAY['broken'::text, 'too-large'::text, 'not-allowed'::text])));
alter table lead_export add constraint lead_export_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'tsv'::text, 'xlsx'::text])));
alter table lead_export add constraint lead_export_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table lead_export add constraint lead_export_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table lead_export add constraint lead_export_pkey PRIMARY KEY (organization_id, id);
alter table lead_export add constraint lead_export_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])));
CREATE INDEX lead_export_expiry ON public.lead_export USING btree (expires_at);
CREATE INDEX lead_export_of_person ON public.lead_export USING btree (organization_id, person_id, id DESC);
CREATE INDEX lead_export_person ON public.lead_export USING btree (person_id);
alter table lead_export enable row level security;
create policy tenant on lead_export for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table lead_favorite (
  organization_id uuid not null,
  person_id uuid not null,
  lead_id uuid not null,
  created_at timestamp(3) with time zone not null
);
alter table lead_favorite add constraint lead_favorite_organization_id_lead_id_fkey FOREIGN KEY (organization_id, lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table lead_favorite add constraint lead_favorite_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table lead_favorite add constraint lead_favorite_pkey PRIMARY KEY (organization_id, person_id, lead_id);
CREATE INDEX lead_favorite_lead ON public.lead_favorite USING btree (organization_id, lead_id);
alter table lead_favorite enable row level security;
create policy tenant on lead_favorite for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table lead_import (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  file_id uuid,
  file_name text not null,
  file_bytes bigint not null,
  state text not null,
  reading jsonb not null,
  settings jsonb not null,
  problem jsonb,
  round integer not null default 1,
  checked_rows integer not null default 0,
  checked_place integer not null default 0,
  place integer not null default 0,
  create_count integer not null default 0,
  update_count integer not null default 0,
  unchanged_count integer not null default 0,
  skip_count integer not null default 0,
  reject_count integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  left_alone integer not null default 0,
  removed integer not null default 0,
  restored integer not null default 0,
  kept integer not null default 0,
  failures smallint not null default 0,
  created_at timestamp(3) with time zone not null,
  checked_at timestamp(3) with time zone,
  started_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  undone_at timestamp(3) with time zone,
  unknown_words jsonb not null default '{}'::jsonb
);
alter table lead_import add constraint lead_import_organization_id_file_id_fkey FOREIGN KEY (organization_id, file_id) REFERENCES stored_file(organization_id, id) ON DELETE SET NULL (file_id);
alter table lead_import add constraint lead_import_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table lead_import add constraint lead_import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table lead_import add constraint lead_import_pkey PRIMARY KEY (organization_id, id);
alter table lead_import add constraint lead_import_state_check CHECK ((state = ANY (ARRAY['checking'::text, 'ready'::text, 'running'::text, 'paused'::text, 'done'::text, 'cancelled'::text, 'failed'::text, 'undoing'::text, 'undone'::text])));
CREATE INDEX lead_import_by_age ON public.lead_import USING btree (created_at);
CREATE INDEX lead_import_file ON public.lead_import USING btree (organization_id, file_id) WHERE (file_id IS NOT NULL);
alter table lead_import enable row level security;
create policy tenant on lead_import for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert, select, update

create table lead_import_mapping (
  organization_id uuid not null,
  headers bytea not null,
  mapping jsonb not null,
  updated_at timestamp(3) with time zone not null,
  meanings jsonb not null default '{}'::jsonb
);
alter table lead_import_mapping add constraint lead_import_mapping_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table lead_import_mapping add constraint lead_import_mapping_pkey PRIMARY KEY (organization_id, headers);
alter table lead_import_mapping enable row level security;
create policy tenant on lead_import_mapping for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert, select, update

create table lead_import_row (
  organization_id uuid not null,
  import_id uuid not null,
  number integer not null,
  cells json not null,
  outcome text not null,
  match_key text,
  lead_id uuid,
  lead_organization_id uuid,
  reasons json,
  result text,
  former json,
  new_version integer
);
alter table lead_import_row add constraint lead_import_row_organization_id_import_id_fkey FOREIGN KEY (organization_id, import_id) REFERENCES lead_import(organization_id, id) ON DELETE CASCADE;
alter table lead_import_row add constraint lead_import_row_outcome_check CHECK ((outcome = ANY (ARRAY['create'::text, 'update'::text, 'unchanged'::text, 'skip'::text, 'reject'::text])));
alter table lead_import_row add constraint lead_import_row_pkey PRIMARY KEY (organization_id, import_id, number);
alter table lead_import_row add constraint lead_import_row_result_check CHECK ((result = ANY (ARRAY['created'::text, 'updated'::text, 'left'::text, 'removed'::text, 'restored'::text, 'kept'::text])));
CREATE INDEX lead_import_row_by_outcome ON public.lead_import_row USING btree (organization_id, import_id, outcome, number) WHERE (outcome = ANY (ARRAY['skip'::text, 'reject'::text]));
CREATE INDEX lead_import_row_key ON public.lead_import_row USING btree (organization_id, import_id, match_key, number) WHERE (match_key IS NOT NULL);
alter table lead_import_row enable row level security;
create policy tenant on lead_import_row for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table lead_lookup (
  organization_id uuid not null,
  lead_id uuid not null,
  tab text not null,
  customer_order text not null,
  value_order bigint not null,
  contact_allowed boolean not null,
  words text not null,
  open_length integer not null,
  signs text
);
alter table lead_lookup add constraint lead_lookup_organization_id_lead_id_fkey FOREIGN KEY (organization_id, lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table lead_lookup add constraint lead_lookup_pkey PRIMARY KEY (organization_id, lead_id);
CREATE INDEX lead_lookup_customer ON public.lead_lookup USING btree (organization_id, tab, customer_order, lead_id);
CREATE INDEX lead_lookup_value ON public.lead_lookup USING btree (organization_id, tab, value_order, lead_id);
CREATE INDEX lead_lookup_words ON public.lead_lookup USING gin (organization_id, COALESCE(signs, words) gin_trgm_ops);
alter table lead_lookup enable row level security;
create policy tenant on lead_lookup for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: select

create table lead_lookup_task (
  organization_id uuid not null,
  kind text not null,
  before_id uuid
);
alter table lead_lookup_task add constraint lead_lookup_task_kind_check CHECK ((kind = ANY (ARRAY['fill'::text, 'value'::text])));
alter table lead_lookup_task add constraint lead_lookup_task_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table lead_lookup_task add constraint lead_lookup_task_pkey PRIMARY KEY (organization_id, kind);
alter table lead_lookup_task enable row level security;
create policy tenant on lead_lookup_task for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: select

create table lead_notice (
  organization_id uuid not null,
  lead_id uuid not null,
  kind text not null,
  recipient text not null,
  occasion text not null default ''::text,
  person_id uuid,
  address text not null,
  way text not null,
  reason text not null,
  digest_at timestamp(3) with time zone,
  mail_organization_id uuid,
  mail_id uuid,
  created_at timestamp(3) with time zone not null
);
alter table lead_notice add constraint lead_notice_check CHECK (((way = 'digest'::text) = (digest_at IS NOT NULL)));
alter table lead_notice add constraint lead_notice_check1 CHECK (((way <> 'individual'::text) OR (mail_id IS NOT NULL)));
alter table lead_notice add constraint lead_notice_organization_id_lead_id_fkey FOREIGN KEY (organization_id, lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table lead_notice add constraint lead_notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table lead_notice add constraint lead_notice_pkey PRIMARY KEY (organization_id, lead_id, kind, recipient, occasion);
alter table lead_notice add constraint lead_notice_way_check CHECK ((way = ANY (ARRAY['individual'::text, 'digest'::text, 'unmailed'::text])));
CREATE INDEX lead_notice_digest ON public.lead_notice USING btree (digest_at) WHERE ((way = 'digest'::text) AND (mail_id IS NULL));
alter table lead_notice enable row level security;
create policy tenant on lead_notice for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table lead_presence (
  organization_id uuid not null,
  lead_id uuid not null,
  person_id uuid not null,
  doing text not null,
  until timestamp(3) with time zone not null
);
alter table lead_presence add constraint lead_presence_doing_check CHECK ((doing = ANY (ARRAY['looking'::text, 'working'::text])));
alter table lead_presence add constraint lead_presence_organization_id_lead_id_fkey FOREIGN KEY (organization_id, lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table lead_presence add constraint lead_presence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table lead_presence add constraint lead_presence_pkey PRIMARY KEY (organization_id, lead_id, person_id);
CREATE INDEX lead_presence_person ON public.lead_presence USING btree (person_id);
alter table lead_presence enable row level security;
create policy tenant on lead_presence for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table lead_rating (
  organization_id uuid not null,
  lead_id uuid not null,
  snapshot jsonb not null,
  quality text not null,
  probability double precision not null,
  basis text not null,
  basis_words text not null,
  reasons jsonb not null,
  rated_at timestamp(3) with time zone not null
);
alter table lead_rating add constraint lead_rating_basis_check CHECK ((basis = ANY (ARRAY['organization'::text, 'pooled'::text, 'prior'::text])));
alter table lead_rating add constraint lead_rating_organization_id_lead_id_fkey FOREIGN KEY (organization_id, lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table lead_rating add constraint lead_rating_pkey PRIMARY KEY (organization_id, lead_id);
alter table lead_rating add constraint lead_rating_quality_check CHECK ((quality = ANY (ARRAY['High'::text, 'Medium'::text, 'Low'::text])));
alter table lead_rating enable row level security;
create policy tenant on lead_rating for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table lead_rerouting (
  organization_id uuid not null,
  lead_organization_id uuid not null,
  lead_id uuid not null,
  new_organization_id uuid not null,
  new_lead_id uuid not null,
  at timestamp(3) with time zone not null,
  by_person_id uuid not null,
  by_name text not null
);
alter table lead_rerouting add constraint lead_rerouting_by_person_id_fkey FOREIGN KEY (by_person_id) REFERENCES person(id);
alter table lead_rerouting add constraint lead_rerouting_lead_organization_id_fkey FOREIGN KEY (lead_organization_id) REFERENCES organization(id);
alter table lead_rerouting add constraint lead_rerouting_new_organization_id_fkey FOREIGN KEY (new_organization_id) REFERENCES organization(id);
alter table lead_rerouting add constraint lead_rerouting_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table lead_rerouting add constraint lead_rerouting_pkey PRIMARY KEY (organization_id, lead_organization_id, lead_id);
alter table lead_rerouting enable row level security;
create policy tenant on lead_rerouting for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert, select

create table lead_team_member (
  organization_id uuid not null,
  lead_id uuid not null,
  person_id uuid not null,
  added_at timestamp(3) with time zone not null
);
alter table lead_team_member add constraint lead_team_member_organization_id_lead_id_fkey FOREIGN KEY (organization_id, lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table lead_team_member add constraint lead_team_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table lead_team_member add constraint lead_team_member_pkey PRIMARY KEY (organization_id, lead_id, person_id);
CREATE INDEX lead_team_person ON public.lead_team_member USING btree (organization_id, person_id, lead_id);
alter table lead_team_member enable row level security;
create policy tenant on lead_team_member for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table lead_to_share (
  organization_id uuid not null,
  lead_id uuid not null,
  rule_id uuid not null,
  since timestamp(3) with time zone not null,
  reason text not null
);
alter table lead_to_share add constraint lead_to_share_organization_id_lead_id_fkey FOREIGN KEY (organization_id, lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table lead_to_share add constraint lead_to_share_organization_id_rule_id_fkey FOREIGN KEY (organization_id, rule_id) REFERENCES sharing_rule(organization_id, id) ON DELETE CASCADE;
alter table lead_to_share add constraint lead_to_share_pkey PRIMARY KEY (organization_id, lead_id);
alter table lead_to_share add constraint lead_to_share_reason_check CHECK ((reason = ANY (ARRAY['full'::text, 'away'::text, 'nobody'::text])));
CREATE INDEX lead_to_share_by_age ON public.lead_to_share USING btree (organization_id, since, lead_id);
CREATE INDEX lead_to_share_of_rule ON public.lead_to_share USING btree (organization_id, rule_id);
alter table lead_to_share enable row level security;
create policy tenant on lead_to_share for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table link_secret (
  only_row boolean not null default true,
  secret bytea not null
);
alter table link_secret add constraint link_secret_only_row_check CHECK (only_row);
alter table link_secret add constraint link_secret_pkey PRIMARY KEY (only_row);
-- leadlight_app: select

create table location (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  country text not null,
  city text,
  is_default boolean not null default false,
  created_at timestamp(3) with time zone not null
);
alter table location add constraint location_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table location add constraint location_pkey PRIMARY KEY (organization_id, id);
CREATE UNIQUE INDEX location_default ON public.location USING btree (organization_id) WHERE is_default;
alter table location enable row level security;
create policy listed on location for SELECT to leadlight_app using (EXISTS ( SELECT
   FROM profile_location l
  WHERE ((l.organization_id = location.organization_id) AND (l.location_id = location.id))));
create policy tenant on location for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table mail (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  person_id uuid,
  address text not null,
  recipient_name text not null,
  locale text not null,
  time_zone text not null,
  content jsonb not null,
  lead_ids uuid[] not null default '{}'::uuid[],
  reason text not null,
  state text not null,
  attempts integer not null default 0,
  due_at timestamp(3) with time zone not null,
  error text,
  created_at timestamp(3) with time zone not null,
  sent_at timestamp(3) with time zone,
  returned_at timestamp(3) with time zone,
  return_reason text,
  drop_reason text
);
alter table mail add constraint mail_check CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL)));
alter table mail add constraint mail_check1 CHECK (((state = 'dropped'::text) = (drop_reason IS NOT NULL)));
alter table mail add constraint mail_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table mail add constraint mail_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table mail add constraint mail_pkey PRIMARY KEY (organization_id, id);
alter table mail add constraint mail_state_check CHECK ((state = ANY (ARRAY['kept'::text, 'waiting'::text, 'sent'::text, 'failed'::text, 'dropped'::text])));
CREATE INDEX mail_address ON public.mail USING btree (lower(address), created_at DESC);
CREATE INDEX mail_awaited ON public.mail USING btree (due_at) WHERE ((state = 'waiting'::text) AND (kind = ANY (ARRAY['invitation'::text, 'password-reset'::text, 'verification'::text])));
CREATE INDEX mail_failed ON public.mail USING btree (organization_id, created_at) WHERE (state = 'failed'::text);
CREATE INDEX mail_kept ON public.mail USING btree (created_at) WHERE (state = 'kept'::text);
CREATE INDEX mail_leads ON public.mail USING gin (organization_id, lead_ids);
CREATE INDEX mail_newest ON public.mail USING btree (organization_id, created_at DESC, id DESC);
CREATE INDEX mail_waiting ON public.mail USING btree (organization_id, due_at) WHERE (state = 'waiting'::text);
alter table mail enable row level security;
create policy tenant on mail for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table mail_claim (
  organization_id uuid not null,
  mail_id uuid not null,
  until timestamp with time zone not null
);
alter table mail_claim add constraint mail_claim_organization_id_mail_id_fkey FOREIGN KEY (organization_id, mail_id) REFERENCES mail(organization_id, id) ON DELETE CASCADE;
alter table mail_claim add constraint mail_claim_pkey PRIMARY KEY (organization_id, mail_id);
alter table mail_claim enable row level security;
create policy tenant on mail_claim for ALL to leadlight_worker using (organization_id = current_organization_id());

create table mail_preference (
  person_id uuid not null,
  category text not null,
  by_mail boolean not null,
  changed_at timestamp(3) with time zone not null,
  in_app boolean not null default true
);
alter table mail_preference add constraint mail_preference_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table mail_preference add constraint mail_preference_pkey PRIMARY KEY (person_id, category);
alter table mail_preference enable row level security;
create policy own on mail_preference for ALL to leadlight_app using (person_id = current_person_id());
-- leadlight_app: delete, insert, select, update

create table membership (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  location_id uuid,
  created_at timestamp(3) with time zone not null
);
alter table membership add constraint membership_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table membership add constraint membership_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES location(organization_id, id);
alter table membership add constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table membership add constraint membership_pkey PRIMARY KEY (organization_id, id);
alter table membership add constraint membership_role_check CHECK ((role = ANY (ARRAY['account-admin'::text, 'profile-admin'::text, 'referrals-admin'::text, 'referrals-user'::text, 'operator-admin'::text, 'seller'::text, 'marketer'::text])));
CREATE UNIQUE INDEX membership_once ON public.membership USING btree (organization_id, person_id, role, COALESCE(location_id, '00000000-0000-0000-0000-000000000000'::uuid));
CREATE INDEX membership_person ON public.membership USING btree (person_id);
alter table membership enable row level security;
create policy own on membership for SELECT to leadlight_app using (person_id = current_person_id());
create policy tenant on membership for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table notice_day (
  organization_id uuid not null,
  recipient text not null,
  day date not null,
  individual integer not null default 0
);
alter table notice_day add constraint notice_day_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table notice_day add constraint notice_day_pkey PRIMARY KEY (organization_id, recipient, day);
alter table notice_day enable row level security;
create policy tenant on notice_day for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table notification (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  category text not null,
  kind text not null,
  lead_id uuid,
  occasion text not null default ''::text,
  facts jsonb not null,
  created_at timestamp(3) with time zone not null,
  read_at timestamp(3) with time zone,
  archived_at timestamp(3) with time zone,
  transaction_id xid8 not null default pg_current_xact_id()
);
alter table notification add constraint notification_category_check CHECK ((category = ANY (ARRAY['transactional'::text, 'promotional'::text])));
alter table notification add constraint notification_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table notification add constraint notification_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table notification add constraint notification_pkey PRIMARY KEY (organization_id, id);
CREATE INDEX notification_announcement ON public.notification USING btree (occasion) WHERE (kind = 'announcement'::text);
CREATE INDEX notification_newest ON public.notification USING btree (organization_id, person_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX notification_once ON public.notification USING btree (organization_id, person_id, kind, occasion, lead_id) NULLS NOT DISTINCT;
CREATE INDEX notification_transaction ON public.notification USING btree (transaction_id);
CREATE INDEX notification_unread ON public.notification USING btree (organization_id, person_id) WHERE ((read_at IS NULL) AND (archived_at IS NULL));
alter table notification enable row level security;
create policy tenant on notification for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table offer (
  organization_id uuid not null,
  id uuid not null,
  publisher_id text not null,
  offer_key text not null,
  title text not null,
  summary text not null default ''::text,
  call_to_action text not null,
  location_id uuid,
  published_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null,
  tags text[] not null default '{}'::text[],
  listing jsonb not null default '{}'::jsonb,
  stopped_at timestamp(3) with time zone,
  previewed_at timestamp(3) with time zone,
  revision uuid not null default gen_random_uuid(),
  changed_at timestamp(3) with time zone,
  state text not null generated always as (
CASE
    WHEN (published_at IS NOT NULL) THEN 'Live'::text
    WHEN (stopped_at IS NOT NULL) THEN 'Stopped'::text
    WHEN (previewed_at IS NOT NULL) THEN 'Preview'::text
    ELSE 'Draft'::text
END) stored
);
alter table offer add constraint offer_call_to_action_check CHECK ((call_to_action = ANY (ARRAY['ContactMe'::text, 'GetItNow'::text, 'FreeTrial'::text, 'TestDrive'::text])));
alter table offer add constraint offer_check CHECK (((published_at IS NULL) OR (stopped_at IS NULL)));
alter table offer add constraint offer_listing_check CHECK ((jsonb_typeof(listing) = 'object'::text));
alter table offer add constraint offer_offer_key_check CHECK ((offer_key = lower(offer_key)));
alter table offer add constraint offer_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table offer add constraint offer_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES location(organization_id, id);
alter table offer add constraint offer_pkey PRIMARY KEY (organization_id, id);
alter table offer add constraint offer_publisher_id_fkey FOREIGN KEY (publisher_id) REFERENCES publisher(id);
alter table offer add constraint offer_tags_check CHECK ((cardinality(tags) <= 50));
CREATE UNIQUE INDEX offer_name ON public.offer USING btree (organization_id, publisher_id, offer_key);
alter table offer enable row level security;
create policy published on offer for SELECT to leadlight_app using (published_at IS NOT NULL);
create policy tenant on offer for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table offer_contact (
  organization_id uuid not null,
  offer_id uuid not null,
  place smallint not null,
  address text not null
);
alter table offer_contact add constraint offer_contact_organization_id_offer_id_fkey FOREIGN KEY (organization_id, offer_id) REFERENCES offer(organization_id, id) ON DELETE CASCADE;
alter table offer_contact add constraint offer_contact_pkey PRIMARY KEY (organization_id, offer_id, place);
alter table offer_contact enable row level security;
create policy tenant on offer_contact for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table offer_draft (
  organization_id uuid not null,
  offer_id uuid not null,
  alias text,
  draft jsonb,
  support_contact text,
  preview_key text,
  changed_by text
);
alter table offer_draft add constraint offer_draft_draft_check CHECK ((jsonb_typeof(draft) = 'object'::text));
alter table offer_draft add constraint offer_draft_organization_id_offer_id_fkey FOREIGN KEY (organization_id, offer_id) REFERENCES offer(organization_id, id) ON DELETE CASCADE;
alter table offer_draft add constraint offer_draft_pkey PRIMARY KEY (organization_id, offer_id);
alter table offer_draft add constraint offer_draft_preview_key_key UNIQUE (preview_key);
alter table offer_draft enable row level security;
create policy tenant on offer_draft for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table offer_storefront (
  organization_id uuid not null,
  offer_id uuid not null,
  storefront_code text not null
);
alter table offer_storefront add constraint offer_storefront_organization_id_offer_id_fkey FOREIGN KEY (organization_id, offer_id) REFERENCES offer(organization_id, id) ON DELETE CASCADE;
alter table offer_storefront add constraint offer_storefront_pkey PRIMARY KEY (organization_id, offer_id, storefront_code);
alter table offer_storefront add constraint offer_storefront_storefront_code_fkey FOREIGN KEY (storefront_code) REFERENCES storefront(code);
alter table offer_storefront enable row level security;
create policy published on offer_storefront for SELECT to leadlight_app using (EXISTS ( SELECT
   FROM offer o
  WHERE ((o.organization_id = offer_storefront.organization_id) AND (o.id = offer_storefront.offer_id) AND (o.published_at IS NOT NULL))));
create policy tenant on offer_storefront for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table organization (
  id uuid not null,
  kind text not null,
  name text not null,
  country text not null,
  created_at timestamp(3) with time zone not null
);
alter table organization add constraint organization_kind_check CHECK ((kind = ANY (ARRAY['operator'::text, 'partner'::text])));
alter table organization add constraint organization_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX organization_operator ON public.organization USING btree (kind) WHERE (kind = 'operator'::text);
-- leadlight_app: select

create table page_address (
  slug text not null,
  organization_id uuid not null,
  page_id uuid not null,
  created_at timestamp(3) with time zone not null
);
alter table page_address add constraint page_address_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table page_address add constraint page_address_organization_id_slug_key UNIQUE (organization_id, slug);
alter table page_address add constraint page_address_pkey PRIMARY KEY (slug);
alter table page_address enable row level security;
create policy public on page_address for SELECT to leadlight_app using true;
create policy tenant on page_address for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert, select

create table password_reset_request (
  id bigint not null generated always as identity,
  account_hash bytea not null,
  address text not null,
  at timestamp(3) with time zone not null
);
alter table password_reset_request add constraint password_reset_request_pkey PRIMARY KEY (id);
CREATE INDEX password_reset_request_account ON public.password_reset_request USING btree (account_hash, at);
CREATE INDEX password_reset_request_address ON public.password_reset_request USING btree (address, at);
-- leadlight_app: delete, insert, select, update

create table person (
  id uuid not null,
  email text not null,
  name text not null,
  password_hash text,
  time_zone text,
  locale text,
  disabled_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null,
  email_verified_at timestamp(3) with time zone,
  email_refused_at timestamp(3) with time zone,
  email_refused_reason text
);
alter table person add constraint person_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX person_email ON public.person USING btree (lower(email));
alter table person enable row level security;
create policy colleagues on person for SELECT to leadlight_app using (EXISTS ( SELECT
   FROM colleague c
  WHERE ((c.organization_id = current_organization_id()) AND (c.person_id = person.id))));
create policy self on person for ALL to leadlight_app using (id = current_person_id());

create table profile_contact (
  organization_id uuid not null,
  email_key text not null,
  id uuid not null,
  asked_at timestamp(3) with time zone not null,
  confirmed_at timestamp(3) with time zone
);
alter table profile_contact add constraint profile_contact_id_key UNIQUE (id);
alter table profile_contact add constraint profile_contact_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table profile_contact add constraint profile_contact_pkey PRIMARY KEY (organization_id, email_key);
alter table profile_contact enable row level security;
create policy tenant on profile_contact for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table profile_draft_field (
  organization_id uuid not null,
  profile_id uuid not null,
  field text not null,
  number bigint not null generated always as identity,
  value jsonb not null,
  revision bigint not null,
  changed_by uuid,
  changed_at timestamp(3) with time zone not null
);
alter table profile_draft_field add constraint profile_draft_field_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id) ON DELETE SET NULL;
alter table profile_draft_field add constraint profile_draft_field_organization_id_profile_id_fkey FOREIGN KEY (organization_id, profile_id) REFERENCES business_profile(organization_id, id) ON DELETE CASCADE;
alter table profile_draft_field add constraint profile_draft_field_pkey PRIMARY KEY (organization_id, profile_id, field);
CREATE INDEX profile_draft_field_person ON public.profile_draft_field USING btree (changed_by);
alter table profile_draft_field enable row level security;
create policy tenant on profile_draft_field for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table profile_editor (
  organization_id uuid not null,
  profile_id uuid not null,
  person_id uuid not null,
  step text not null,
  seen_at timestamp(3) with time zone not null
);
alter table profile_editor add constraint profile_editor_organization_id_profile_id_fkey FOREIGN KEY (organization_id, profile_id) REFERENCES business_profile(organization_id, id) ON DELETE CASCADE;
alter table profile_editor add constraint profile_editor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table profile_editor add constraint profile_editor_pkey PRIMARY KEY (organization_id, profile_id, person_id);
CREATE INDEX profile_editor_person ON public.profile_editor USING btree (person_id);
alter table profile_editor enable row level security;
create policy tenant on profile_editor for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table profile_location (
  organization_id uuid not null,
  id uuid not null,
  profile_id uuid not null,
  location_id uuid not null,
  slug text not null,
  contact_name text not null,
  contact_email text not null,
  created_at timestamp(3) with time zone not null,
  name text not null,
  street text not null default ''::text,
  city text not null default ''::text,
  state text not null default ''::text,
  postal_code text not null default ''::text,
  country text not null,
  phone text not null default ''::text,
  contact_phone text not null default ''::text,
  keep_address boolean not null default false,
  latitude double precision,
  longitude double precision
);
alter table profile_location add constraint profile_location_check CHECK (((latitude IS NULL) = (longitude IS NULL)));
alter table profile_location add constraint profile_location_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)));
alter table profile_location add constraint profile_location_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)));
alter table profile_location add constraint profile_location_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES location(organization_id, id);
alter table profile_location add constraint profile_location_organization_id_profile_id_fkey FOREIGN KEY (organization_id, profile_id) REFERENCES business_profile(organization_id, id) ON DELETE CASCADE;
alter table profile_location add constraint profile_location_organization_id_slug_fkey FOREIGN KEY (organization_id, slug) REFERENCES page_address(organization_id, slug);
alter table profile_location add constraint profile_location_pkey PRIMARY KEY (organization_id, id);
alter table profile_location add constraint profile_location_slug_key UNIQUE (slug);
alter table profile_location enable row level security;
create policy published on profile_location for SELECT to leadlight_app using (EXISTS ( SELECT
   FROM business_profile p
  WHERE ((p.organization_id = profile_location.organization_id) AND (p.id = profile_location.profile_id) AND (p.published_at IS NOT NULL))));
create policy tenant on profile_location for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table profile_logo (
  organization_id uuid not null,
  id uuid not null,
  profile_id uuid not null,
  width integer not null,
  height integer not null,
  created_at timestamp(3) with time zone not null
);
alter table profile_logo add constraint profile_logo_organization_id_profile_id_fkey FOREIGN KEY (organization_id, profile_id) REFERENCES business_profile(organization_id, id) ON DELETE CASCADE;
alter table profile_logo add constraint profile_logo_pkey PRIMARY KEY (organization_id, id);
CREATE INDEX profile_logo_profile ON public.profile_logo USING btree (organization_id, profile_id);
alter table profile_logo enable row level security;
create policy published on profile_logo for SELECT to leadlight_app using (EXISTS ( SELECT
   FROM business_profile p
  WHERE ((p.organization_id = profile_logo.organization_id) AND (p.logo_id = profile_logo.id) AND (p.published_at IS NOT NULL))));
create policy tenant on profile_logo for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select

create table profile_logo_picture (
  organization_id uuid not null,
  logo_id uuid not null,
  side smallint not null,
  content_type text not null,
  bytes bytea not null
);
alter table profile_logo_picture add constraint profile_logo_picture_content_type_check CHECK ((content_type = ANY (ARRAY['image/png'::text, 'image/webp'::text])));
alter table profile_logo_picture add constraint profile_logo_picture_organization_id_logo_id_fkey FOREIGN KEY (organization_id, logo_id) REFERENCES profile_logo(organization_id, id) ON DELETE CASCADE;
alter table profile_logo_picture add constraint profile_logo_picture_pkey PRIMARY KEY (organization_id, logo_id, side, content_type);
CREATE INDEX profile_logo_picture_logo ON public.profile_logo_picture USING btree (logo_id);
alter table profile_logo_picture enable row level security;
create policy published on profile_logo_picture for SELECT to leadlight_app using (EXISTS ( SELECT
   FROM business_profile p
  WHERE ((p.organization_id = profile_logo_picture.organization_id) AND (p.logo_id = profile_logo_picture.logo_id) AND (p.published_at IS NOT NULL))));
create policy tenant on profile_logo_picture for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert, select

create table publisher (
  id text not null,
  organization_id uuid not null
);
alter table publisher add constraint publisher_id_check CHECK (((id = lower(id)) AND (id !~ '[.]'::text)));
alter table publisher add constraint publisher_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table publisher add constraint publisher_pkey PRIMARY KEY (id);
-- leadlight_app: select

create table quarantine_word (
  organization_id uuid not null,
  number integer not null,
  spam integer not null default 0,
  released integer not null default 0
);
alter table quarantine_word add constraint quarantine_word_number_check CHECK (((number >= '-1'::integer) AND (number <= 65535)));
alter table quarantine_word add constraint quarantine_word_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table quarantine_word add constraint quarantine_word_pkey PRIMARY KEY (organization_id, number);
alter table quarantine_word add constraint quarantine_word_released_check CHECK ((released >= 0));
alter table quarantine_word add constraint quarantine_word_spam_check CHECK ((spam >= 0));
alter table quarantine_word enable row level security;
create policy tenant on quarantine_word for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table quiet_hours (
  person_id uuid not null,
  from_minute smallint,
  until_minute smallint,
  weekends boolean not null,
  except_hot boolean not null,
  changed_at timestamp(3) with time zone not null
);
alter table quiet_hours add constraint quiet_hours_check CHECK (((from_minute IS NULL) = (until_minute IS NULL)));
alter table quiet_hours add constraint quiet_hours_check1 CHECK ((from_minute <> until_minute));
alter table quiet_hours add constraint quiet_hours_check2 CHECK (((from_minute IS NOT NULL) OR weekends));
alter table quiet_hours add constraint quiet_hours_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439)));
alter table quiet_hours add constraint quiet_hours_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table quiet_hours add constraint quiet_hours_pkey PRIMARY KEY (person_id);
alter table quiet_hours add constraint quiet_hours_until_minute_check CHECK (((until_minute >= 0) AND (until_minute <= 1439)));
alter table quiet_hours enable row level security;
create policy own on quiet_hours for ALL to leadlight_app using (person_id = current_person_id());
-- leadlight_app: delete, insert, select, update

create table rating_model (
  organization_id uuid not null,
  id uuid not null,
  basis text not null,
  model jsonb not null,
  reason text not null,
  in_force boolean not null,
  trained_at timestamp(3) with time zone not null,
  replaced_at timestamp(3) with time zone
);
alter table rating_model add constraint rating_model_basis_check CHECK ((basis = ANY (ARRAY['organization'::text, 'pooled'::text])));
alter table rating_model add constraint rating_model_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table rating_model add constraint rating_model_pkey PRIMARY KEY (organization_id, id);
CREATE UNIQUE INDEX rating_model_in_force ON public.rating_model USING btree (organization_id) WHERE in_force;
CREATE INDEX rating_model_newest ON public.rating_model USING btree (organization_id, trained_at DESC);
alter table rating_model enable row level security;
create policy tenant on rating_model for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table reply_template (
  organization_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  shared boolean not null,
  name text not null,
  subject text not null,
  text text not null,
  version integer not null default 1,
  updated_at timestamp(3) with time zone not null
);
alter table reply_template add constraint reply_template_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table reply_template add constraint reply_template_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id);
alter table reply_template add constraint reply_template_pkey PRIMARY KEY (organization_id, id);
CREATE INDEX reply_template_owner ON public.reply_template USING btree (organization_id, owner_id);
alter table reply_template enable row level security;
create policy tenant on reply_template for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table request_receipt (
  organization_id uuid not null,
  sender_id uuid not null,
  door text not null,
  key bytea not null,
  request_hash bytea not null,
  made_id uuid not null,
  received_at timestamp(3) with time zone not null
);
alter table request_receipt add constraint request_receipt_door_check CHECK ((door = ANY (ARRAY['api-token'::text, 'intake-endpoint'::text, 'announcement'::text, 'bulk-action'::text, 'activity'::text, 'export'::text])));
alter table request_receipt add constraint request_receipt_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table request_receipt add constraint request_receipt_pkey PRIMARY KEY (organization_id, sender_id, door, key);
alter table request_receipt enable row level security;
create policy tenant on request_receipt for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert, select

create table saved_view (
  organization_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  shared boolean not null,
  definition jsonb not null,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null
);
alter table saved_view add constraint saved_view_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table saved_view add constraint saved_view_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id) ON DELETE CASCADE;
alter table saved_view add constraint saved_view_pkey PRIMARY KEY (organization_id, id);
CREATE INDEX saved_view_owner ON public.saved_view USING btree (organization_id, owner_id);
alter table saved_view enable row level security;
create policy tenant on saved_view for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table saved_view_follower (
  organization_id uuid not null,
  view_id uuid not null,
  person_id uuid not null,
  since timestamp(3) with time zone not null
);
alter table saved_view_follower add constraint saved_view_follower_organization_id_view_id_fkey FOREIGN KEY (organization_id, view_id) REFERENCES saved_view(organization_id, id) ON DELETE CASCADE;
alter table saved_view_follower add constraint saved_view_follower_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table saved_view_follower add constraint saved_view_follower_pkey PRIMARY KEY (organization_id, view_id, person_id);
CREATE INDEX saved_view_follower_person ON public.saved_view_follower USING btree (organization_id, person_id);
alter table saved_view_follower enable row level security;
create policy tenant on saved_view_follower for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table saved_view_layer (
  organization_id uuid not null,
  view_id uuid not null,
  person_id uuid not null,
  definition jsonb not null,
  updated_at timestamp(3) with time zone not null
);
alter table saved_view_layer add constraint saved_view_layer_organization_id_view_id_fkey FOREIGN KEY (organization_id, view_id) REFERENCES saved_view(organization_id, id) ON DELETE CASCADE;
alter table saved_view_layer add constraint saved_view_layer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table saved_view_layer add constraint saved_view_layer_pkey PRIMARY KEY (organization_id, view_id, person_id);
CREATE INDEX saved_view_layer_person ON public.saved_view_layer USING btree (organization_id, person_id);
alter table saved_view_layer enable row level security;
create policy own on saved_view_layer for ALL to leadlight_app using ((organization_id = current_organization_id()) AND (person_id = current_person_id()));
-- leadlight_app: delete, insert, select, update

create table session (
  id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  organization_id uuid not null,
  user_agent text,
  address text,
  created_at timestamp(3) with time zone not null,
  last_seen_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  revoked_at timestamp(3) with time zone
);
alter table session add constraint session_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table session add constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table session add constraint session_pkey PRIMARY KEY (id);
alter table session add constraint session_token_hash_key UNIQUE (token_hash);
CREATE INDEX session_person ON public.session USING btree (person_id);
alter table session enable row level security;
create policy own on session for ALL to leadlight_app using (person_id = current_person_id());
-- leadlight_app: insert

create table sharing_rule (
  organization_id uuid not null,
  id uuid not null,
  place smallint not null,
  name text not null,
  tab text,
  location_ids uuid[] not null,
  method text not null,
  paused boolean not null,
  countries text[] not null default '{}'::text[],
  offers text[] not null default '{}'::text[],
  removed_at timestamp(3) with time zone
);
alter table sharing_rule add constraint sharing_rule_method_check CHECK ((method = ANY (ARRAY['in-turn'::text, 'fewest-open'::text])));
alter table sharing_rule add constraint sharing_rule_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES sharing_rules(organization_id) ON DELETE CASCADE;
alter table sharing_rule add constraint sharing_rule_pkey PRIMARY KEY (organization_id, id);
alter table sharing_rule add constraint sharing_rule_tab_check CHECK ((tab = ANY (ARRAY['marketplace'::text, 'qualified'::text])));
alter table sharing_rule enable row level security;
create policy tenant on sharing_rule for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table sharing_rule_person (
  organization_id uuid not null,
  rule_id uuid not null,
  person_id uuid not null,
  place smallint not null,
  per_week smallint,
  last_turn integer not null default 0,
  week date,
  given_in_week integer not null default 0
);
alter table sharing_rule_person add constraint sharing_rule_person_organization_id_rule_id_fkey FOREIGN KEY (organization_id, rule_id) REFERENCES sharing_rule(organization_id, id) ON DELETE CASCADE;
alter table sharing_rule_person add constraint sharing_rule_person_per_week_check CHECK ((per_week > 0));
alter table sharing_rule_person add constraint sharing_rule_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table sharing_rule_person add constraint sharing_rule_person_pkey PRIMARY KEY (organization_id, rule_id, person_id);
alter table sharing_rule_person enable row level security;
create policy tenant on sharing_rule_person for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table sharing_rules (
  organization_id uuid not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  revision uuid not null,
  escalate_after_hours smallint,
  escalate_to uuid,
  escalate_since timestamp(3) with time zone
);
alter table sharing_rules add constraint sharing_rules_check CHECK ((((escalate_to IS NULL) = (escalate_after_hours IS NULL)) AND ((escalate_to IS NULL) = (escalate_since IS NULL))));
alter table sharing_rules add constraint sharing_rules_escalate_after_hours_check CHECK ((escalate_after_hours > 0));
alter table sharing_rules add constraint sharing_rules_escalate_to_fkey FOREIGN KEY (escalate_to) REFERENCES person(id);
alter table sharing_rules add constraint sharing_rules_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table sharing_rules add constraint sharing_rules_pkey PRIMARY KEY (organization_id);
alter table sharing_rules enable row level security;
create policy tenant on sharing_rules for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table sign_in_failure (
  id bigint not null generated always as identity,
  account_hash bytea not null,
  address text not null,
  at timestamp(3) with time zone not null
);
alter table sign_in_failure add constraint sign_in_failure_pkey PRIMARY KEY (id);
CREATE INDEX sign_in_failure_account ON public.sign_in_failure USING btree (account_hash, at);
CREATE INDEX sign_in_failure_address ON public.sign_in_failure USING btree (address, at);
-- leadlight_app: delete, insert, select, update

create table spam_report (
  organization_id uuid not null,
  lead_id uuid not null,
  address text,
  domain text,
  reported_at timestamp(3) with time zone not null,
  reporter_id uuid,
  reporter_name text not null
);
alter table spam_report add constraint spam_report_organization_id_lead_id_fkey FOREIGN KEY (organization_id, lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table spam_report add constraint spam_report_pkey PRIMARY KEY (organization_id, lead_id);
alter table spam_report add constraint spam_report_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES person(id);
CREATE INDEX spam_report_address ON public.spam_report USING btree (address, organization_id) WHERE (address IS NOT NULL);
CREATE INDEX spam_report_domain ON public.spam_report USING btree (domain, organization_id) WHERE (domain IS NOT NULL);
alter table spam_report enable row level security;
create policy tenant on spam_report for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table stored_file (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  name text not null,
  content_type text not null,
  size_bytes bigint not null default 0,
  part_count integer not null default 0,
  completed_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null
);
alter table stored_file add constraint stored_file_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table stored_file add constraint stored_file_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table stored_file add constraint stored_file_pkey PRIMARY KEY (organization_id, id);
CREATE INDEX stored_file_expiry ON public.stored_file USING btree (expires_at);
CREATE INDEX stored_file_of_person ON public.stored_file USING btree (organization_id, person_id, kind, id DESC);
CREATE INDEX stored_file_person ON public.stored_file USING btree (person_id);
alter table stored_file enable row level security;
create policy tenant on stored_file for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table stored_file_part (
  organization_id uuid not null,
  file_id uuid not null,
  number integer not null,
  bytes bytea not null
);
alter table stored_file_part add constraint stored_file_part_organization_id_file_id_fkey FOREIGN KEY (organization_id, file_id) REFERENCES stored_file(organization_id, id) ON DELETE CASCADE;
alter table stored_file_part add constraint stored_file_part_pkey PRIMARY KEY (organization_id, file_id, number);
alter table stored_file_part enable row level security;
create policy tenant on stored_file_part for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: insert, select

create table storefront (
  code text not null,
  name text not null,
  position integer not null,
  lists_profiles boolean not null default false
);
alter table storefront add constraint storefront_pkey PRIMARY KEY (code);
-- leadlight_app: select

create table suspected_submission (
  organization_id uuid not null,
  id uuid not null,
  state text not null,
  door text not null,
  partner_id uuid not null,
  page_title text not null,
  page_path text not null,
  signals text[] not null,
  text_score real,
  word_numbers integer[] not null,
  lead jsonb,
  request_key bytea not null,
  request_hash bytea not null,
  received_at timestamp(3) with time zone not null,
  decided_at timestamp(3) with time zone,
  decided_by_name text,
  lead_id uuid,
  waits_since timestamp(3) with time zone
);
alter table suspected_submission add constraint suspected_submission_check CHECK (((state = 'suspected'::text) = (decided_at IS NULL)));
alter table suspected_submission add constraint suspected_submission_check1 CHECK (((state <> 'suspected'::text) OR (lead IS NOT NULL)));
alter table suspected_submission add constraint suspected_submission_door_check CHECK ((door = ANY (ARRAY['offer-page'::text, 'profile-page'::text])));
alter table suspected_submission add constraint suspected_submission_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table suspected_submission add constraint suspected_submission_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES organization(id);
alter table suspected_submission add constraint suspected_submission_pkey PRIMARY KEY (organization_id, id);
alter table suspected_submission add constraint suspected_submission_signals_check CHECK ((cardinality(signals) > 0));
alter table suspected_submission add constraint suspected_submission_state_check CHECK ((state = ANY (ARRAY['suspected'::text, 'released'::text, 'spam'::text])));
alter table suspected_submission add constraint suspected_submission_text_score_check CHECK (((text_score >= (0)::double precision) AND (text_score <= (1)::double precision)));
CREATE INDEX suspected_submission_list ON public.suspected_submission USING btree (organization_id, state, id DESC);
CREATE UNIQUE INDEX suspected_submission_once ON public.suspected_submission USING btree (organization_id, request_key);
CREATE INDEX suspected_submission_words ON public.suspected_submission USING btree (organization_id, request_hash, received_at);
alter table suspected_submission enable row level security;
create policy tenant on suspected_submission for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table vocabulary (
  name text not null,
  revision uuid not null default gen_random_uuid()
);
alter table vocabulary add constraint vocabulary_pkey PRIMARY KEY (name);
-- leadlight_app: select

create table vocabulary_value (
  vocabulary text not null,
  code text not null,
  key text not null generated always as (lower((replace(code, ' '::text, ''::text) COLLATE "C"))) stored,
  labels jsonb not null,
  own_labels jsonb not null default '{}'::jsonb,
  place smallint not null,
  is_offered boolean not null default true,
  parent_vocabulary text generated always as (
CASE
    WHEN (vocabulary = 'storeVerticals'::text) THEN 'storeIndustries'::text
    ELSE NULL::text
END) stored,
  parent_key text,
  retired_by text,
  replaced_by text
);
alter table vocabulary_value add constraint vocabulary_value_check CHECK (((labels || own_labels) ? 'en'::text));
alter table vocabulary_value add constraint vocabulary_value_check1 CHECK (((parent_vocabulary IS NULL) = (parent_key IS NULL)));
alter table vocabulary_value add constraint vocabulary_value_check2 CHECK (((replaced_by IS NULL) OR ((retired_by IS NOT NULL) AND (replaced_by <> key))));
alter table vocabulary_value add constraint vocabulary_value_code_check CHECK (((code COLLATE "C") ~ '^[A-Za-z0-9]([ -~]{0,98}[!-~])?$'::text));
alter table vocabulary_value add constraint vocabulary_value_labels_check CHECK ((jsonb_typeof(labels) = 'object'::text));
alter table vocabulary_value add constraint vocabulary_value_own_labels_check CHECK ((jsonb_typeof(own_labels) = 'object'::text));
alter table vocabulary_value add constraint vocabulary_value_parent_vocabulary_parent_key_fkey FOREIGN KEY (parent_vocabulary, parent_key) REFERENCES vocabulary_value(vocabulary, key);
alter table vocabulary_value add constraint vocabulary_value_pkey PRIMARY KEY (vocabulary, key);
alter table vocabulary_value add constraint vocabulary_value_retired_by_check CHECK ((retired_by = ANY (ARRAY['operator'::text, 'pack'::text])));
alter table vocabulary_value add constraint vocabulary_value_vocabulary_fkey FOREIGN KEY (vocabulary) REFERENCES vocabulary(name);
alter table vocabulary_value add constraint vocabulary_value_vocabulary_replaced_by_fkey FOREIGN KEY (vocabulary, replaced_by) REFERENCES vocabulary_value(vocabulary, key);
-- leadlight_app: select

create table working_calendar (
  organization_id uuid not null,
  time_zone text not null,
  hours jsonb not null,
  holidays text[] not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null,
  revision uuid not null default gen_random_uuid()
);
alter table working_calendar add constraint working_calendar_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table working_calendar add constraint working_calendar_pkey PRIMARY KEY (organization_id);
alter table working_calendar enable row level security;
create policy tenant on working_calendar for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

CREATE OR REPLACE FUNCTION public.applied_functions()
 RETURNS TABLE(name text, text_hash text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT f.name,
     f.text_hash
    FROM database_function f;
END
;

CREATE OR REPLACE FUNCTION public.applied_migrations()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$select m.name::text from public.kysely_migration m$function$
;

CREATE OR REPLACE FUNCTION public.approximate_value(amount_minor bigint, of_currency text)
 RETURNS bigint
 LANGUAGE sql
 STABLE
RETURN COALESCE((SELECT (LEAST(round(((((approximate_value.amount_minor)::numeric / ((10)::numeric ^ (r.minor_digits)::numeric)) / r.per_usd) * (100)::numeric)), '9000000000000000000'::numeric))::bigint AS "least" FROM currency_rate r WHERE (r.currency = approximate_value.of_currency)), ('-1'::integer)::bigint)
;

CREATE OR REPLACE FUNCTION public.at_word_beginning(folded text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ('(^|[ 
])'::text || regexp_replace(folded, '([][\\^$.|?*+(){}])'::text, '\\\1'::text, 'g'::text))
;

CREATE OR REPLACE FUNCTION public.change_policy(changes jsonb)
 RETURNS installation
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  before installation;
  wanted installation;
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'the policy is the operator''s' using errcode = 'insufficient_privilege';
  end if;
  select * into strict before from installation for update;
  wanted := before;
  wanted.lead_expiry_hours := coalesce((changes ->> 'expiryHours')::integer, before.lead_expiry_hours);
  wanted.hot_lead_hours := coalesce((changes ->> 'hotHours')::integer, before.hot_lead_hours);
  wanted.informational_lead_months := coalesce((changes ->> 'informationalMonths')::integer, before.informational_lead_months);
  wanted.mails_per_day := coalesce((changes ->> 'mailsPerDay')::integer, before.mails_per_day);
  wanted.digest_hour := coalesce((changes ->> 'digestHour')::integer, before.digest_hour);
  if wanted is distinct from before then
    update installation set
      lead_expiry_hours = wanted.lead_expiry_hours, hot_lead_hours = wanted.hot_lead_hours,
      informational_lead_months = wanted.informational_lead_months, mails_per_day = wanted.mails_per_day,
      digest_hour = wanted.digest_hour, policy_revision = gen_random_uuid();
  end if;
  return before;
end
$function$
;

CREATE OR REPLACE FUNCTION public.claim_due_mails(at timestamp with time zone, claimed_until timestamp with time zone, maximum integer)
 RETURNS TABLE(organization_id uuid, id uuid)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 WITH RECURSIVE owner(id) AS (
         ( SELECT m.organization_id
            FROM mail m
           WHERE (m.state = 'waiting'::text)
           ORDER BY m.organization_id
          LIMIT 1)
         UNION ALL
          SELECT ( SELECT m.organization_id
                    FROM mail m
                   WHERE ((m.state = 'waiting'::text) AND (m.organization_id > owner.id))
                   ORDER BY m.organization_id
                  LIMIT 1) AS organization_id
            FROM owner
           WHERE (owner.id IS NOT NULL)
         ), candidate AS (
          SELECT m.organization_id,
             m.id,
             (0)::bigint AS turn,
             m.due_at
            FROM ( SELECT m_1.organization_id,
                     m_1.id,
                     m_1.due_at
                    FROM mail m_1
                   WHERE ((m_1.state = 'waiting'::text) AND (m_1.kind = ANY (ARRAY['invitation'::text, 'password-reset'::text, 'verification'::text])) AND (m_1.due_at <= claim_due_mails.at) AND (NOT (EXISTS ( SELECT
                            FROM mail_claim c
                           WHERE ((c.organization_id = m_1.organization_id) AND (c.mail_id = m_1.id) AND (c.until > claim_due_mails.at))))))
                   ORDER BY m_1.due_at
                  LIMIT claim_due_mails.maximum) m
         UNION ALL
          SELECT m.organization_id,
             m.id,
             m.turn,
             m.due_at
            FROM (owner
              CROSS JOIN LATERAL ( SELECT m_1.organization_id,
                     m_1.id,
                     m_1.due_at,
                     row_number() OVER (ORDER BY m_1.due_at) AS turn
                    FROM ( SELECT m_2.organization_id,
                             m_2.id,
                             m_2.due_at
                            FROM mail m_2
                           WHERE ((m_2.organization_id = owner.id) AND (m_2.state = 'waiting'::text) AND (m_2.due_at <= claim_due_mails.at) AND (NOT (EXISTS ( SELECT
                                    FROM mail_claim c
                                   WHERE ((c.organization_id = m_2.organization_id) AND (c.mail_id = m_2.id) AND (c.until > claim_due_mails.at))))))
                           ORDER BY m_2.due_at
                          LIMIT GREATEST(4, (claim_due_mails.maximum / (( SELECT GREATEST((count(*) - 1), (1)::bigint) AS "greatest"
                                    FROM owner owner_1))::integer))) m_1) m)
         ), picked AS (
          SELECT c.organization_id,
             c.id,
             min(c.turn) AS turn,
             min(c.due_at) AS due_at
            FROM candidate c
           GROUP BY c.organization_id, c.id
           ORDER BY (min(c.turn)), (min(c.due_at))
          LIMIT claim_due_mails.maximum
         ), held AS (
          SELECT m.organization_id,
             m.id
            FROM (mail m
              JOIN picked p ON (((p.organization_id = m.organization_id) AND (p.id = m.id))))
           WHERE ((m.state = 'waiting'::text) AND (m.due_at <= claim_due_mails.at))
          FOR UPDATE OF m SKIP LOCKED
         )
  INSERT INTO mail_claim AS claim (organization_id, mail_id, until)  SELECT h.organization_id,
             h.id,
             claim_due_mails.claimed_until AS claimed_until
            FROM held h ON CONFLICT(organization_id, mail_id) DO UPDATE SET until = excluded.until
   WHERE (claim.until <= claim_due_mails.at)
   RETURNING claim.organization_id,
     claim.mail_id;
END
;

CREATE OR REPLACE FUNCTION public.claim_expired_leads(at timestamp with time zone, owners uuid[], maximum integer)
 RETURNS TABLE(organization_id uuid, id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  owner uuid;
  claimed integer;
  room integer := maximum;
begin
  foreach owner in array owners loop
    return query
      select l.organization_id, l.id from lead l
      where l.organization_id = owner and l.status = 'Received' and l.expires_at <= at
      order by l.expires_at, l.id
      limit room
      for update skip locked;
    get diagnostics claimed = row_count;
    room := room - claimed;
    exit when room <= 0;
  end loop;
end
$function$
;

CREATE OR REPLACE FUNCTION public.claim_publisher(publisher text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into publisher (id, organization_id)
  select claim_publisher.publisher, o.id from organization o
  where o.id = current_organization_id() and o.kind = 'partner'
  on conflict do nothing;
  return (select p.organization_id from publisher p where p.id = claim_publisher.publisher);
end
$function$
;

CREATE OR REPLACE FUNCTION public.contact_may_be_shown(contact_allowed boolean, status text, expires_at timestamp with time zone, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (contact_allowed AND (status IS DISTINCT FROM 'Expired'::text) AND (NOT ((NOT (status IS DISTINCT FROM 'Received'::text)) AND COALESCE((expires_at <= at), false))))
;

CREATE OR REPLACE FUNCTION public.count_rating_outcomes(at timestamp with time zone)
 RETURNS TABLE(organization_id uuid, won bigint, not_won bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT r.organization_id,
     count(*) FILTER (WHERE ((l.status = 'Won'::text) AND (s.lead_id IS NULL))) AS count,
     count(*) FILTER (WHERE ((l.status = ANY (ARRAY['Lost'::text, 'Declined'::text, 'Expired'::text])) OR (s.lead_id IS NOT NULL) OR ((l.status = 'Received'::text) AND (l.expires_at <= count_rating_outcomes.at)))) AS count
    FROM (((lead_rating r
      JOIN lead l ON (((l.organization_id = r.organization_id) AND (l.id = r.lead_id))))
      JOIN organization o ON (((o.id = r.organization_id) AND (o.kind = 'partner'::text))))
      LEFT JOIN spam_report s ON (((s.organization_id = r.organization_id) AND (s.lead_id = r.lead_id))))
   WHERE (NOT l.is_test)
   GROUP BY r.organization_id;
END
;

CREATE OR REPLACE FUNCTION public.count_sent_leads(since timestamp with time zone, at timestamp with time zone)
 RETURNS TABLE(state text, count integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    select case when l.status = 'Received' and l.expires_at <= count_sent_leads.at then 'Expired' else l.status end,
           count(*)::integer
    from lead l
    where l.sender_organization_id = current_organization_id() and l.received_at >= since and l.status is not null
    group by 1;
end
$function$
;

CREATE OR REPLACE FUNCTION public.current_organization_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('leadlight.organization_id'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION public.current_person_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('leadlight.person_id'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION public.duplicate_company_key(name text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  t text := name;
begin
  -- most names are ASCII, and every step costs each lead that is stored
  if octet_length(t) <> char_length(t) then
    t := regexp_replace(normalize(t, NFKC),
           '株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사|유한회사|บริษัท|จำกัด|[(][株有合주유][)]', ' ', 'g');
  end if;
  t := public.fold_text(t);
  if octet_length(t) <> char_length(t) then
    t := public.trigram_text(t);
  end if;
  return replace(replace(replace(replace(t, 'ss', 's'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u');
end
$function$
;

CREATE OR REPLACE FUNCTION public.duplicate_domain_key(email_key text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (reverse(split_part(email_key, '@'::text, '-1'::integer)) || '.'::text)
;

CREATE OR REPLACE FUNCTION public.duplicate_email_key(email_key text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((replace(split_part(split_part(email_key, '@'::text, 1), '+'::text, 1), '.'::text, ''::text) || '@'::text) || CASE split_part(email_key, '@'::text, '-1'::integer) WHEN 'googlemail.com'::text THEN 'gmail.com'::text ELSE split_part(email_key, '@'::text, '-1'::integer) END)
;

CREATE OR REPLACE FUNCTION public.duplicate_person_key(last_name text, first_name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN replace(replace(replace(replace(replace(fold_text(COALESCE(NULLIF(last_name, ''::text), first_name, ''::text)), ' '::text, ''::text), 'ss'::text, 's'::text), 'ae'::text, 'a'::text), 'oe'::text, 'o'::text), 'ue'::text, 'u'::text)
;

CREATE OR REPLACE FUNCTION public.duplicate_phone_key(e164 text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE "left"(e164, 3) WHEN '+54'::text THEN regexp_replace(e164, '^\+549(?=\d{10}$)'::text, '+54'::text) WHEN '+52'::text THEN regexp_replace(e164, '^\+521(?=\d{10}$)'::text, '+52'::text) WHEN '+55'::text THEN regexp_replace(e164, '^(\+55\d\d)9(?=[6-9]\d{7}$)'::text, '\1'::text) ELSE e164 END
;

CREATE OR REPLACE FUNCTION public.end_calendar_feeds(of_person uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE calendar_feed f SET revoked_at = end_calendar_feeds.at
   WHERE ((f.person_id = end_calendar_feeds.of_person) AND (end_calendar_feeds.of_person = current_person_id()) AND (f.revoked_at IS NULL));
END
;

CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload json, queue text, job_key text, run_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  machine_time timestamptz := enqueue_job.run_at;
begin
  if machine_time is not null then
    select machine_time - make_interval(secs => i.clock_ahead_seconds) into machine_time from installation i where i.demo;
    machine_time := coalesce(machine_time, enqueue_job.run_at);
  end if;
  perform graphile_worker.add_job(
    task, payload, queue_name => queue, job_key => enqueue_job.job_key, run_at => machine_time,
    flags => case when payload ->> 'organizationId' is not null then array[payload ->> 'organizationId'] end);
end
$function$
;

CREATE OR REPLACE FUNCTION public.enqueue_lead_lookup(of_kind text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into lead_lookup_task (organization_id, kind)
  select o.id, of_kind from organization o where exists (select from lead l where l.organization_id = o.id)
  on conflict (organization_id, kind) do update set before_id = null;
  if exists (select from lead_lookup_task) then
    perform enqueue_job('search.prepare', '{}', null, 'search.prepare', null);
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION public.find_account(address text)
 RETURNS TABLE(id uuid, email text, name text, password_hash text, time_zone text, locale text, disabled_at timestamp with time zone, email_verified_at timestamp with time zone, email_refused_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.id,
     p.email,
     p.name,
     p.password_hash,
     p.time_zone,
     p.locale,
     p.disabled_at,
     p.email_verified_at,
     p.email_refused_at
    FROM person p
   WHERE (lower(p.email) = lower(find_account.address));
END
;

CREATE OR REPLACE FUNCTION public.find_account_link(link_id uuid, link_purpose text)
 RETURNS TABLE(organization_id uuid, organization_name text, organization_kind text, id uuid, person_id uuid, email text, name text, roles text[], location_id uuid, location_name text, invited_by_name text, handed_over boolean, expires_at timestamp with time zone, used_at timestamp with time zone, replaced_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT l.organization_id,
     o.name,
     o.kind,
     l.id,
     l.person_id,
     l.email,
     l.name,
     l.roles,
     l.location_id,
     p.name,
     l.invited_by_name,
     l.handed_over,
     l.expires_at,
     l.used_at,
     l.replaced_at
    FROM ((account_link l
      JOIN organization o ON ((o.id = l.organization_id)))
      LEFT JOIN location p ON (((p.organization_id = l.organization_id) AND (p.id = l.location_id))))
   WHERE ((l.id = find_account_link.link_id) AND (l.purpose = find_account_link.link_purpose));
END
;

CREATE OR REPLACE FUNCTION public.find_api_token(hash bytea)
 RETURNS TABLE(organization_id uuid, id uuid, name text, scopes text[], last_used_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT t.organization_id,
     t.id,
     t.name,
     t.scopes,
     t.last_used_at
    FROM api_token t
   WHERE ((t.token_hash = find_api_token.hash) AND (t.revoked_at IS NULL));
END
;

CREATE OR REPLACE FUNCTION public.find_calendar_feed(hash bytea)
 RETURNS TABLE(id uuid, person_id uuid, person_name text, time_zone text, locale text, last_used_at timestamp with time zone, organization_id uuid, organization_name text, organization_kind text, grants jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT f.id,
     p.id,
     p.name,
     p.time_zone,
     p.locale,
     f.last_used_at,
     o.id,
     o.name,
     o.kind,
     jsonb_agg(jsonb_build_object('role', m.role, 'locationId', m.location_id) ORDER BY m.role, m.id) AS jsonb_agg
    FROM (((calendar_feed f
      JOIN person p ON (((p.id = f.person_id) AND (p.disabled_at IS NULL))))
      JOIN organization o ON ((o.id = f.organization_id)))
      JOIN membership m ON (((m.organization_id = f.organization_id) AND (m.person_id = f.person_id))))
   WHERE ((f.token_hash = find_calendar_feed.hash) AND (f.revoked_at IS NULL))
   GROUP BY f.organization_id, f.id, p.id, o.id;
END
;

CREATE OR REPLACE FUNCTION public.find_contact_marks(of_address text, of_domains text[], of_phone text)
 RETURNS TABLE(list text, kind text, source text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT m.list,
     m.kind,
     m.source
    FROM contact_mark m
   WHERE (((m.kind = 'address'::text) AND (m.value = find_contact_marks.of_address)) OR ((m.kind = 'domain'::text) AND (m.value = ANY (find_contact_marks.of_domains))) OR ((m.kind = 'phone'::text) AND (m.value = find_contact_marks.of_phone)))
 UNION ALL
  SELECT 'block'::text,
     'address'::text,
     'own-report'::text
    FROM spam_report r
   WHERE ((r.organization_id = current_organization_id()) AND (r.address = find_contact_marks.of_address));
END
;

CREATE OR REPLACE FUNCTION public.find_due_digests(at timestamp with time zone)
 RETURNS TABLE(organization_id uuid, recipient text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT DISTINCT n.organization_id,
     n.recipient
    FROM lead_notice n
   WHERE ((n.way = 'digest'::text) AND (n.mail_id IS NULL) AND (n.digest_at <= find_due_digests.at));
END
;

CREATE OR REPLACE FUNCTION public.find_duplicate_candidates(of_lead uuid, at timestamp with time zone, company text, company_domain text, maximum integer)
 RETURNS TABLE(lead_ids uuid[], email_names jsonb, phone_names jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  tenant uuid := current_organization_id();
  self record;
  mailbox text;
  line text;
  found_ids uuid[];
begin
  select l.email_key, l.phone_e164, l.is_test,
         duplicate_person_key(l.contact_last_name, l.contact_first_name) as person,
         contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at) as open
    into self from lead l where l.organization_id = tenant and l.id = of_lead;
  mailbox := duplicate_email_key(self.email_key);
  line := duplicate_phone_key(self.phone_e164);
  lead_ids := '{}';
  if self.open and mailbox is not null then
    select array_agg(c.id), jsonb_agg(distinct jsonb_build_array(c.contact_first_name, c.contact_last_name))
      into found_ids, email_names
    from (select l.id, l.contact_first_name, l.contact_last_name from lead l
          where l.organization_id = tenant and l.email_key is not null and duplicate_email_key(l.email_key) = mailbox
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if self.open and line is not null then
    select array_agg(c.id), jsonb_agg(distinct jsonb_build_array(c.contact_first_name, c.contact_last_name))
      into found_ids, phone_names
    from (select l.id, l.contact_first_name, l.contact_last_name from lead l
          where l.organization_id = tenant and l.phone_e164 is not null and duplicate_phone_key(l.phone_e164) = line
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if self.open and company_domain is not null and self.person <> '' then
    select array_agg(c.id) into found_ids
    from (select l.id from lead l
          where l.organization_id = tenant
            and coalesce(l.contact_last_name, l.contact_first_name) is not null
            and duplicate_person_key(l.contact_last_name, l.contact_first_name) = self.person
            and duplicate_domain_key(l.email_key) collate "C" >= reverse(company_domain) || '.'
            -- the character after the dot: up to the end of what stands below the domain
            and duplicate_domain_key(l.email_key) collate "C" < reverse(company_domain) || '/'
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if self.open and company is not null and self.person <> '' then
    -- Of names that share less than this much the application takes none for alike.
    perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
    select array_agg(c.id) into found_ids
    from (select l.id from lead l
          where l.organization_id = tenant and l.company_key is not null
            and coalesce(l.contact_last_name, l.contact_first_name) is not null
            and duplicate_person_key(l.contact_last_name, l.contact_first_name) = self.person
            and l.company_key %> company
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if company is not null then
    -- Without a surname only much the same name is worth a look: a word like “engineering” is half of many names.
    perform set_config('pg_trgm.word_similarity_threshold', '0.7', true);
    select array_agg(c.id) into found_ids
    from (select l.id from lead l
          where l.organization_id = tenant and l.company_key is not null
            and l.company_key %> company and l.is_test = self.is_test
          order by word_similarity(company, l.company_key) desc, l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  lead_ids := array(select distinct u.id from unnest(lead_ids) u (id) where u.id <> of_lead);
  return next;
end
$function$
;

CREATE OR REPLACE FUNCTION public.find_intake_endpoint(hash bytea)
 RETURNS TABLE(organization_id uuid, id uuid, name text, last_used_at timestamp with time zone, is_operator boolean, default_location_id uuid, operator_organization_id uuid, expiry_hours integer, hot_hours integer, informational_months integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT e.organization_id,
     e.id,
     e.name,
     e.last_used_at,
     (o.kind = 'operator'::text),
     ( SELECT l.id
            FROM location l
           WHERE ((l.organization_id = o.id) AND l.is_default)) AS id,
     ( SELECT v.id
            FROM organization v
           WHERE (v.kind = 'operator'::text)) AS id,
     i.lead_expiry_hours,
     i.hot_lead_hours,
     i.informational_lead_months
    FROM ((intake_endpoint e
      JOIN organization o ON ((o.id = e.organization_id)))
      CROSS JOIN installation i)
   WHERE ((e.key_hash = find_intake_endpoint.hash) AND (e.revoked_at IS NULL));
END
;

CREATE OR REPLACE FUNCTION public.find_limiting_link(of_person uuid, link_purpose text, since timestamp with time zone, maximum integer)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT l.created_at
    FROM account_link l
   WHERE ((l.person_id = find_limiting_link.of_person) AND (find_limiting_link.of_person = current_person_id()) AND (l.purpose = find_limiting_link.link_purpose) AND (l.created_at > find_limiting_link.since))
   ORDER BY l.created_at DESC
  OFFSET (find_limiting_link.maximum - 1)
  LIMIT 1;
END
;

CREATE OR REPLACE FUNCTION public.find_offer_for_intake(publisher text, offer text)
 RETURNS TABLE(organization_id uuid, id uuid, title text, call_to_action text, location_id uuid, default_location_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT o.organization_id,
     o.id,
     o.title,
     o.call_to_action,
     o.location_id,
     ( SELECT l.id
            FROM location l
           WHERE ((l.organization_id = o.organization_id) AND l.is_default)) AS id
    FROM (publisher p
      JOIN offer o ON (((o.organization_id = p.organization_id) AND (o.publisher_id = p.id))))
   WHERE ((p.id = find_offer_for_intake.publisher) AND (o.offer_key = find_offer_for_intake.offer) AND (o.published_at IS NOT NULL));
END
;

CREATE OR REPLACE FUNCTION public.find_offer_preview(key text)
 RETURNS TABLE(organization_id uuid, offer_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT d.organization_id,
     d.offer_id
    FROM offer_draft d
   WHERE (d.preview_key = find_offer_preview.key);
END
;

CREATE OR REPLACE FUNCTION public.find_partner_lead_contact(of_partner uuid, of_lead uuid, at timestamp with time zone)
 RETURNS TABLE(contact_first_name text, contact_last_name text, contact_title text, contact_email text, contact_phone text, message text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  perform require_operator();
  return query
    select l.contact_first_name, l.contact_last_name, l.contact_title, l.contact_email, l.contact_phone, l.message
    from lead l
    where l.organization_id = of_partner and l.organization_id <> current_organization_id() and l.id = of_lead
      and (l.sender_organization_id = current_organization_id()
           or exists (select from contact_sharing s where s.organization_id = of_partner and s.with_operator))
      and l.contact_allowed and l.status is distinct from 'Expired'
      and not (l.status is not distinct from 'Received' and l.expires_at <= find_partner_lead_contact.at)
      and (l.available_until is null or l.available_until > find_partner_lead_contact.at);
end
$function$
;

CREATE OR REPLACE FUNCTION public.find_profile_contact(contact_id uuid)
 RETURNS TABLE(organization_id uuid, organization_name text, email text, confirmed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT c.organization_id,
     o.name,
     c.email_key,
     c.confirmed_at
    FROM (profile_contact c
      JOIN organization o ON ((o.id = c.organization_id)))
   WHERE (c.id = find_profile_contact.contact_id);
END
;

CREATE OR REPLACE FUNCTION public.find_quiet_hours(of_person uuid)
 RETURNS TABLE(from_minute smallint, until_minute smallint, weekends boolean, except_hot boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT q.from_minute,
     q.until_minute,
     q.weekends,
     q.except_hot
    FROM quiet_hours q
   WHERE (q.person_id = find_quiet_hours.of_person);
END
;

CREATE OR REPLACE FUNCTION public.find_rating_models()
 RETURNS TABLE(basis text, model jsonb, trained_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT m.basis,
     m.model,
     m.trained_at
    FROM rating_model m
   WHERE (m.in_force AND (((m.organization_id = current_organization_id()) AND (m.basis = 'organization'::text)) OR (m.basis = 'pooled'::text)));
END
;

CREATE OR REPLACE FUNCTION public.find_sent_lead(of_lead uuid)
 RETURNS TABLE(id uuid, partner_id uuid, partner_name text, customer_name text, country text, qualification text, status text, received_at timestamp with time zone, expires_at timestamp with time zone, available_until timestamp with time zone, sender_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT l.id,
     o.id,
     o.name,
     l.customer_name,
     l.country,
     l.qualification,
     l.status,
     l.received_at,
     l.expires_at,
     l.available_until,
     l.sender_name
    FROM (organization o
      JOIN lead l ON (((l.organization_id = o.id) AND (l.id = find_sent_lead.of_lead))))
   WHERE (l.sender_organization_id = current_organization_id());
END
;

CREATE OR REPLACE FUNCTION public.find_session(hash bytea, at timestamp with time zone)
 RETURNS TABLE(id uuid, person_id uuid, person_name text, organization_id uuid, last_seen_at timestamp with time zone, memberships jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.id,
     p.id,
     p.name,
     s.organization_id,
     s.last_seen_at,
     ( SELECT COALESCE(jsonb_agg(jsonb_build_object('role', m.role, 'locationId', m.location_id, 'organizationId', o.id, 'organizationName', o.name, 'organizationKind', o.kind) ORDER BY o.name, o.id, m.role), '[]'::jsonb) AS "coalesce"
            FROM (membership m
              JOIN organization o ON ((o.id = m.organization_id)))
           WHERE (m.person_id = p.id)) AS "coalesce"
    FROM (session s
      JOIN person p ON ((p.id = s.person_id)))
   WHERE ((s.token_hash = find_session.hash) AND (s.revoked_at IS NULL) AND (s.expires_at > find_session.at) AND (p.disabled_at IS NULL));
END
;

CREATE OR REPLACE FUNCTION public.find_waiting_verification(of_person uuid, at timestamp with time zone)
 RETURNS TABLE(email text, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT l.email,
     l.expires_at
    FROM account_link l
   WHERE ((l.person_id = find_waiting_verification.of_person) AND (find_waiting_verification.of_person = current_person_id()) AND (l.purpose = 'verify'::text) AND (l.used_at IS NULL) AND (l.replaced_at IS NULL) AND (l.expires_at > find_waiting_verification.at))
   ORDER BY l.created_at DESC
  LIMIT 1;
END
;

CREATE OR REPLACE FUNCTION public.fold_letters(decomposed text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  t text := decomposed;
  first integer;
begin
  if t !~ '[\u0080-\u036f\u03c2\u0559-\u30ff\ufe45-\uffff\U0001f000-\U0001faff]' then
    return normalize(t, NFC);
  end if;
  if t ~ '[\u0127-\u0292]' then
    t := translate(t, 'ħŋŧĸɓƃƈɖɗǝəɛɔƙƥƭƴƶɣɩƀɨʉƒ', 'hntkbbcddeeeokptyzgibiuf');
  end if;
  if t ~ '[\u03c2\u05d0-\u06d5]' then
    t := translate(t, 'ςךםןףץٱةىیکہھە', 'σכמנפצاهييكههه');
  end if;
  if t ~ '[\u30a1-\u30fe]' then
    t := translate(t, 'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶヽヾ',
                      'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖゝゞ');
  end if;
  if t ~ '[\u1c90-\u1cbf]' then
    t := translate(t, 'ᲐᲑᲒᲓᲔᲕᲖᲗᲘᲙᲚᲛᲜᲝᲞᲟᲠᲡᲢᲣᲤᲥᲦᲧᲨᲩᲪᲫᲬᲭᲮᲯᲰᲱᲲᲳᲴᲵᲶᲷᲸᲹᲺᲽᲾᲿ', 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶჷჸჹჺჽჾჿ');
  end if;
  if t ~ '[\u0660-\u0669\u06f0-\u06f9\u07c0-\u07c9\u0966-\u0e59\u0ed0-\u1819]' then
    foreach first in array '{1632,1776,1984,2406,2534,2662,2790,2918,3046,3174,3302,3430,3664,3792,3872,4160,6112,6160}'::integer[] loop
      t := translate(t, chr(first) || chr(first + 1) || chr(first + 2) || chr(first + 3) || chr(first + 4) || chr(first + 5) ||
                        chr(first + 6) || chr(first + 7) || chr(first + 8) || chr(first + 9), '0123456789');
    end loop;
  end if;
  if t ~ '[\u0080-\u00f7\u02b9-\u02cf\u0559-\u06d4\u0964-\u1680\u180e\u2000-\u30fb\ufe45-\uffff\U0001f000-\U0001faff]' then
    t := regexp_replace(t, '[\u00a2-\u00a5\u00a9\u00ac\u00ae\u00b0\u00b1\u00b7\u02b9-\u02c1\u02c6-\u02cf\u055a-\u055f\u05be\u05f3\u05f4\u066a-\u066d\u2010-\u2012\u2016\u2018-\u2027\u2030-\u205e\u20a0-\u20cf\u2190-\u23ff\u2500-\u2bff\u2e00-\u2e7f\u3012\u3013\u301c-\u3020\u3030\u303d\u30a0\u30fb\ufe45\ufe46\ufffc\ufffd\U0001f000-\U0001faff]+', '', 'g');
    t := regexp_replace(t, '[\u0085\u00a1\u00a6\u00a7\u00ab\u00b6\u00bb\u00bf\u00d7\u00f7\u05c0\u05c3\u05c6\u0589\u060c\u061b\u061f\u06d4\u0964\u0965\u1361\u1680\u180e\u2013-\u2015\u2028\u2029\u3001-\u3003\u3008-\u3011\u3014-\u301b]', ' ', 'g');
  end if;
  return normalize(t, NFC);
end
$function$
;

CREATE OR REPLACE FUNCTION public.fold_spellings(said text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  composed text;
  spelled_out text;
begin
  if octet_length(said) = char_length(said) then
    return public.fold_text(said);
  end if;
  composed := normalize(said, NFC);
  if composed !~ '[äöüåøÄÖÜÅØ]' then
    return public.fold_text(composed);
  end if;
  select string_agg(word, ' ') into spelled_out
  from unnest(string_to_array(composed, ' ')) as part (word)
  where octet_length(word) <> char_length(word) and word ~ '[äöüåøÄÖÜÅØ]';
  return public.fold_text(composed) || ' ' ||
         public.fold_text(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(spelled_out,
           'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'å', 'aa'), 'ø', 'oe'), 'Ä', 'Ae'), 'Ö', 'Oe'), 'Ü', 'Ue'), 'Å', 'Aa'), 'Ø', 'Oe'));
end
$function$
;

CREATE OR REPLACE FUNCTION public.fold_text(said text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  t text := said;
begin
  if octet_length(t) = char_length(t) then
    t := lower(t collate "C");
  else
    t := lower(normalize(t, NFKD) collate "und-x-icu");
    if t ~ ' [\u0300-\u036f\u064b-\u0655]' then
      t := regexp_replace(t, ' [\u0300-\u036f\u064b-\u0655]', '', 'g');
    end if;
    -- the usual accents one by one: a regular expression takes longer for each that it finds
    t :=
           replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(t,
           E'\u0300', ''), E'\u0301', ''), E'\u0302', ''), E'\u0303', ''), E'\u0304', ''), E'\u0306', ''), E'\u0307',
           ''), E'\u0308', ''), E'\u0309', ''), E'\u030a', ''), E'\u030b', ''), E'\u030c', ''), E'\u031b', ''),
           E'\u0323', ''), E'\u0327', ''), E'\u0328', '');
    if octet_length(t) <> char_length(t) and t ~ '[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08d3-\u08ff\u093c\u09bc\u0a3c\u0abc\u0b3c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e0fff]' then
      t := regexp_replace(t, '[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08d3-\u08ff\u093c\u09bc\u0a3c\u0abc\u0b3c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e0fff]+', '', 'g');
    end if;
    if octet_length(t) <> char_length(t) then
      t := replace(replace(replace(replace(t, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
      t := replace(replace(replace(replace(replace(t, 'ø', 'o'), 'đ', 'd'), 'ð', 'd'), 'ł', 'l'), 'ı', 'i');
      if octet_length(t) <> char_length(t) then
        t := public.fold_letters(t);
      end if;
    end if;
  end if;
  if position('&' in t) > 0 then
    t := regexp_replace(t, ' ?& ?', '', 'g');
  end if;
  -- a chain of replace() takes a tenth of the time of translate()
  t := replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(t,
         '#', ''), '$', ''), '%', ''), '''', ''), '*', ''), '+', ''), '-', ''), '.', ''), '^', ''), '_', ''), '`',
         ''), '~', ''), '"', '');
  t :=
         replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(t,
         E'\t', ' '), chr(11), ' '), E'\f', ' '), E'\r', ' '), ',', ' '), ';', ' '), ':', ' '), '/', ' '), '\', ' '),
         '|', ' '), '(', ' '), ')', ' '), '[', ' '), ']', ' '), '{', ' '), '}', ' '), '<', ' '), '>', ' '), '!',
         ' '), '?', ' '), '=', ' ');
  if position('  ' in t) > 0 then
    t := regexp_replace(t, ' {2,}', ' ', 'g');
  end if;
  if position(E'\n' in t) > 0 then
    t := replace(replace(t, E' \n', E'\n'), E'\n ', E'\n');
  end if;
  t := btrim(t, ' ');
  if octet_length(t) <> char_length(t) and t ~ '[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff] [\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]' then
    t := regexp_replace(t, '(?<=[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]) (?=[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff])', '', 'g');
  end if;
  return t;
end
$function$
;

CREATE OR REPLACE FUNCTION public.forget_activities(deleted_before timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 WITH forgotten AS (
          DELETE FROM lead_activity a
           WHERE (a.deleted_at < forget_activities.deleted_before)
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM forgotten;
END
;

CREATE OR REPLACE FUNCTION public.forget_bulk_actions(ordered_before timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 WITH forgotten AS (
          DELETE FROM bulk_action b
           WHERE ((b.created_at < forget_bulk_actions.ordered_before) AND (b.ended_at IS NOT NULL))
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM forgotten;
END
;

CREATE OR REPLACE FUNCTION public.forget_export_news()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  delete from notification n
  where n.organization_id = old.organization_id and n.person_id = old.person_id
    and n.kind in ('export-ready', 'export-failed') and n.occasion = old.id::text;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.forget_import_rows(brought_before timestamp with time zone, maximum integer)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 WITH over AS (
          SELECT r.organization_id,
             r.import_id,
             r.number
            FROM (lead_import i
              JOIN lead_import_row r ON (((r.organization_id = i.organization_id) AND (r.import_id = i.id))))
           WHERE ((i.created_at < forget_import_rows.brought_before) AND (i.state <> ALL (ARRAY['running'::text, 'undoing'::text])))
          LIMIT forget_import_rows.maximum
         ), forgotten AS (
          DELETE FROM lead_import_row r
            USING over o
           WHERE ((r.organization_id = o.organization_id) AND (r.import_id = o.import_id) AND (r.number = o.number))
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM forgotten;
END
;

CREATE OR REPLACE FUNCTION public.forget_imports(brought_before timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 WITH forgotten AS (
          DELETE FROM lead_import i
           WHERE ((i.created_at < forget_imports.brought_before) AND (i.state <> ALL (ARRAY['running'::text, 'undoing'::text])) AND (NOT (EXISTS ( SELECT
                    FROM lead_import_row r
                   WHERE ((r.organization_id = i.organization_id) AND (r.import_id = i.id))))))
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM forgotten;
END
;

CREATE OR REPLACE FUNCTION public.forget_lead_exports(over_by timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 WITH forgotten AS (
          DELETE FROM lead_export e
           WHERE (e.expires_at <= forget_lead_exports.over_by)
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM forgotten;
END
;

CREATE OR REPLACE FUNCTION public.forget_lead_presence(before timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 WITH forgotten AS (
          DELETE FROM lead_presence p
           WHERE (p.until <= forget_lead_presence.before)
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM forgotten;
END
;

CREATE OR REPLACE FUNCTION public.forget_request_receipts(received_before timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 WITH forgotten AS (
          DELETE FROM request_receipt r
           WHERE (r.received_at < forget_request_receipts.received_before)
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM forgotten;
END
;

CREATE OR REPLACE FUNCTION public.forget_stored_files(over_by timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 WITH forgotten AS (
          DELETE FROM stored_file f
           WHERE (f.expires_at <= forget_stored_files.over_by)
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM forgotten;
END
;

CREATE OR REPLACE FUNCTION public.forget_unreached_leads(ended_before timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 WITH forgotten AS (
          DELETE FROM bulk_action_lead one
            USING bulk_action b
           WHERE ((b.ended_at < forget_unreached_leads.ended_before) AND (b.state = ANY (ARRAY['cancelled'::text, 'failed'::text])) AND ((b.done + b.refused) < b.total) AND (one.organization_id = b.organization_id) AND (one.bulk_action_id = b.id) AND (one.place > (b.done + b.refused)) AND (one.outcome IS NULL))
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM forgotten;
END
;

CREATE OR REPLACE FUNCTION public.is_invited(invited_address text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM account_link l
           WHERE ((l.purpose = 'join'::text) AND (lower(l.email) = lower(is_invited.invited_address)) AND (l.used_at IS NULL) AND (l.replaced_at IS NULL) AND (l.expires_at > is_invited.at)))) AS "exists";
END
;

CREATE OR REPLACE FUNCTION public.keep_colleague()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into colleague (organization_id, person_id, since)
  values (new.organization_id, new.person_id, new.created_at)
  on conflict do nothing;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_former_address(owner uuid, old_address text, who uuid, their_name text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 INSERT INTO former_address (organization_id, address, person_id, person_name)
   VALUES (keep_former_address.owner, lower(keep_former_address.old_address), keep_former_address.who, keep_former_address.their_name) ON CONFLICT(organization_id, address) DO UPDATE SET person_id = excluded.person_id, person_name = excluded.person_name;
END
;

CREATE OR REPLACE FUNCTION public.keep_lead_lookup()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  -- Not (lead_lookup_of(new)).*: that is computed once for each column.
  insert into lead_lookup as known select looked.* from lead_lookup_of(new) looked
  on conflict (organization_id, lead_id) do update
    set tab = excluded.tab, customer_order = excluded.customer_order, value_order = excluded.value_order,
        contact_allowed = excluded.contact_allowed, words = excluded.words, open_length = excluded.open_length, signs = excluded.signs
    where (known.tab, known.customer_order, known.value_order, known.contact_allowed, known.words, known.open_length)
          is distinct from
          (excluded.tab, excluded.customer_order, excluded.value_order, excluded.contact_allowed, excluded.words,
           excluded.open_length);
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.keep_lead_lookup_of_new()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into lead_lookup select looked.* from added l cross join lateral lead_lookup_of(l) looked;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.lead_events_since(since pg_snapshot)
 RETURNS TABLE(organization_id uuid, lead_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT DISTINCT e.organization_id,
     e.lead_id
    FROM lead_event e
   WHERE ((e.transaction_id >= pg_snapshot_xmin(lead_events_since.since)) AND (e.transaction_id < pg_snapshot_xmax(pg_current_snapshot())) AND (NOT pg_visible_in_snapshot(e.transaction_id, lead_events_since.since)));
END
;

CREATE OR REPLACE FUNCTION public.lead_lookup_of(l lead)
 RETURNS lead_lookup
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  row lead_lookup;
  digits text := coalesce(phone_digits(l.contact_phone), '');
  full_digits text := coalesce(substr(l.phone_e164, 2), '');
  customer text := replace(coalesce(l.customer_name, ''), E'\n', ' ');
  -- What may be read without the contact, and what goes with it; a line for each.
  open text := customer || E'\n' || replace(coalesce(l.offer_title, ''), E'\n', ' ') || E'\n' ||
               replace(coalesce(l.deal_name, ''), E'\n', ' ') || E'\n' ||
               replace(concat_ws(' ', l.deal_notes, l.closing_notes), E'\n', ' ');
  is_open_plain boolean := octet_length(open) = char_length(open);
  contact text := replace(concat_ws(' ', l.contact_first_name, l.contact_last_name), E'\n', ' ');
  message text := replace(coalesce(l.message, ''), E'\n', ' ');
  closed text := contact || E'\n' || coalesce(l.contact_email, '') || E'\n' || message;
begin
  row.organization_id := l.organization_id;
  row.lead_id := l.id;
  row.tab := case when l.qualification = 'Direct' then 'marketplace' else 'qualified' end;
  row.value_order := approximate_value(l.deal_value_minor, l.deal_currency);
  row.contact_allowed := l.contact_allowed;
  if is_open_plain then
    row.words := fold_text(open);
  else
    row.words := fold_spellings(customer) || E'\n' || fold_spellings(split_part(open, E'\n', 2)) || E'\n' ||
                 fold_spellings(split_part(open, E'\n', 3)) || E'\n' || fold_spellings(split_part(open, E'\n', 4));
  end if;
  row.open_length := char_length(row.words);
  -- A name keeps its own lines in the order of customers.
  row.customer_order :=
    left(case
           when is_open_plain and customer = coalesce(l.customer_name, '') then split_part(row.words, E'\n', 1)
           else fold_text(coalesce(l.customer_name, ''))
         end, 200) || E'\x01' || left(coalesce(l.customer_name, ''), 200);
  if octet_length(closed) = char_length(closed) then
    closed := fold_text(closed);
    message := split_part(closed, E'\n', -1);
    contact := left(closed, char_length(closed) - char_length(message) - 1);
  else
    contact := coalesce(fold_spellings(contact), '');
    -- A name without blanks is asked for with the family name in front.
    if octet_length(contact) <> char_length(contact) then
      contact := contact || ' ' || fold_text(replace(concat_ws(' ', l.contact_last_name, l.contact_first_name), E'\n', ' '));
    end if;
    contact := contact || E'\n' || coalesce(fold_spellings(l.contact_email), '');
    message := fold_spellings(message);
  end if;
  row.words := row.words || E'\n' || contact || E'\n' || digits ||
               case when position(full_digits in digits) > 0 then '' else ' ' || full_digits end || E'\n' || message;
  if octet_length(row.words) <> char_length(row.words) then
    row.signs := trigram_text(row.words);
  end if;
  return row;
end
$function$
;

CREATE OR REPLACE FUNCTION public.link_repeats(lead_ids uuid[])
 RETURNS TABLE(id uuid, version integer)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  return query
    update lead set repeat_of_lead_id = repeat.earlier_id
    from (
      select l.id, earlier.id as earlier_id
      from lead l cross join lateral (
        select e.id from lead e
        where e.organization_id = l.organization_id and e.email_key = l.email_key
          and e.lead_type = l.lead_type and e.is_test = l.is_test and e.offer_name is not distinct from l.offer_name
          and (l.lead_type <> 'Profile' or e.location_id is not distinct from l.location_id)
          and (e.received_at, e.id) < (l.received_at, l.id)
        order by e.received_at desc, e.id desc
        limit 1) earlier
      where l.organization_id = current_organization_id() and l.id = any (lead_ids) and l.repeat_of_lead_id is null
    ) repeat
    where lead.organization_id = current_organization_id() and lead.id = repeat.id and lead.repeat_of_lead_id is null
    returning lead.id, lead.version;
end
$function$
;

CREATE OR REPLACE FUNCTION public.list_announcements(maximum integer)
 RETURNS TABLE(id uuid, facts jsonb, published_at timestamp with time zone, people integer, readers integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'announcements are the operator''s' using errcode = 'insufficient_privilege';
  end if;
  return query
    select n.occasion::uuid, (array_agg(n.facts))[1], min(n.created_at)::timestamptz, count(*)::integer,
           count(n.read_at)::integer
    from notification n where n.kind = 'announcement'
    group by n.occasion order by min(n.created_at) desc limit maximum;
end
$function$
;

CREATE OR REPLACE FUNCTION public.list_answer_rates(organization_ids uuid[], since timestamp with time zone, at timestamp with time zone, maximum integer)
 RETURNS TABLE(organization_id uuid, due integer, answered integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT o.id,
     (count(*) FILTER (WHERE (recent.answered OR (recent.status = 'Expired'::text) OR (recent.expires_at <= list_answer_rates.at))))::integer AS count,
     (count(*) FILTER (WHERE recent.answered))::integer AS count
    FROM (unnest(list_answer_rates.organization_ids) o(id)
      CROSS JOIN LATERAL ( SELECT l.status,
             l.expires_at,
             l.is_test,
             (l.status = ANY (ARRAY['Accepted'::text, 'Won'::text, 'Lost'::text, 'Declined'::text])) AS answered
            FROM lead l
           WHERE ((l.organization_id = o.id) AND (l.tab = 'marketplace'::text) AND (l.received_at > list_answer_rates.since))
           ORDER BY l.received_at DESC, l.id DESC
          LIMIT list_answer_rates.maximum) recent)
   WHERE ((NOT recent.is_test) AND (recent.status <> 'ClosedAsError'::text))
   GROUP BY o.id;
END
;

CREATE OR REPLACE FUNCTION public.list_leads_beyond_ascii(only_organization uuid, after_organization uuid, after_id uuid, maximum integer)
 RETURNS TABLE(organization_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT l.organization_id,
     l.id
    FROM lead l
   WHERE ((l.contact_email_key IS NOT NULL) AND (l.contact_email_key !~ '^[a-z0-9!#$%&*+/=?^_`{|}~.-]+@[a-z0-9.-]+$'::text) AND ((list_leads_beyond_ascii.only_organization IS NULL) OR (l.organization_id = list_leads_beyond_ascii.only_organization)) AND ((list_leads_beyond_ascii.after_id IS NULL) OR (ROW(l.organization_id, l.id) > ROW(list_leads_beyond_ascii.after_organization, list_leads_beyond_ascii.after_id))))
   ORDER BY l.organization_id, l.id
  LIMIT list_leads_beyond_ascii.maximum;
END
;

CREATE OR REPLACE FUNCTION public.list_mail_states_elsewhere(about_leads uuid[])
 RETURNS TABLE(lead_id uuid, mail_id uuid, state text, returned boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT n.lead_id,
     m.id,
     m.state,
     (m.returned_at IS NOT NULL)
    FROM (lead_notice n
      JOIN mail m ON (((m.organization_id = n.mail_organization_id) AND (m.id = n.mail_id))))
   WHERE ((n.organization_id = current_organization_id()) AND (n.lead_id = ANY (list_mail_states_elsewhere.about_leads)) AND (n.mail_organization_id <> n.organization_id));
END
;

CREATE OR REPLACE FUNCTION public.list_marked_leads(of_kind text, of_value text, only_organization uuid, after_organization uuid, after_id uuid, maximum integer)
 RETURNS TABLE(organization_id uuid, id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  -- Each kind has a statement of its own, so that each has the index that it can have.
  if of_kind = 'address' and only_organization is not null then
    return query
      select l.organization_id, l.id from lead l
      where l.organization_id = only_organization and l.email_key = of_value
        and (after_id is null or l.id > after_id)
      order by l.id limit maximum;
  elsif of_kind = 'address' then
    return query
      select l.organization_id, l.id from organization o join lead l on l.organization_id = o.id
      where l.email_key = of_value
        and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
      order by l.organization_id, l.id limit maximum;
  elsif of_kind = 'phone' then
    return query
      select l.organization_id, l.id from organization o join lead l on l.organization_id = o.id
      where l.phone_e164 = of_value and duplicate_phone_key(l.phone_e164) = duplicate_phone_key(of_value)
        and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
      order by l.organization_id, l.id limit maximum;
  else
    return query
      select l.organization_id, l.id from lead l
      where (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
        and (split_part(l.contact_email_key, '@', -1) = of_value
             or right(l.contact_email_key, length(of_value) + 1) = '.' || of_value)
      order by l.organization_id, l.id limit maximum;
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION public.list_offers(of_organization uuid, after_publisher text, after_offer text, maximum integer)
 RETURNS TABLE(organization_id uuid, organization_name text, publisher_id text, offer_key text, title text, call_to_action text, storefronts text[], draft jsonb, alias text, state text, published_at timestamp with time zone, stopped_at timestamp with time zone, changed_at timestamp with time zone, changed_by text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if of_organization is distinct from current_organization_id() then
    perform require_operator();
  end if;
  return query
    select o.organization_id, g.name, o.publisher_id, o.offer_key, o.title, o.call_to_action,
           array(select s.code from offer_storefront shown join storefront s on s.code = shown.storefront_code
                 where shown.organization_id = o.organization_id and shown.offer_id = o.id order by s.position),
           d.draft, d.alias, o.state, o.published_at, o.stopped_at,
           coalesce(o.changed_at, o.published_at, o.created_at), d.changed_by
    from offer o
    join organization g on g.id = o.organization_id
    left join offer_draft d on d.organization_id = o.organization_id and d.offer_id = o.id
    where (of_organization is null or o.organization_id = of_organization)
      and (after_publisher is null
           or (o.publisher_id collate "C", o.offer_key collate "C") > (after_publisher, after_offer))
    order by o.publisher_id collate "C", o.offer_key collate "C"
    limit maximum;
end
$function$
;

CREATE OR REPLACE FUNCTION public.list_organizations_that_escalate()
 RETURNS TABLE(organization_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT r.organization_id
    FROM sharing_rules r
   WHERE (r.escalate_to IS NOT NULL)
   ORDER BY r.organization_id;
END
;

CREATE OR REPLACE FUNCTION public.list_organizations_to_remind(at timestamp with time zone)
 RETURNS TABLE(organization_id uuid, first_expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT o.id,
     first.expires_at
    FROM (organization o
      CROSS JOIN LATERAL ( SELECT l.expires_at
            FROM lead l
           WHERE ((l.organization_id = o.id) AND (l.status = 'Received'::text) AND (l.reminded_at IS NULL) AND (l.expires_at > list_organizations_to_remind.at) AND ((l.expires_at - l.received_at) > '72:00:00'::interval))
           ORDER BY l.expires_at
          LIMIT 1) first)
   WHERE (o.kind = 'partner'::text)
   ORDER BY first.expires_at, o.id;
END
;

CREATE OR REPLACE FUNCTION public.list_organizations_with_expired(at timestamp with time zone)
 RETURNS TABLE(organization_id uuid, first_expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT o.id,
     first.expires_at
    FROM (organization o
      CROSS JOIN LATERAL ( SELECT l.expires_at
            FROM lead l
           WHERE ((l.organization_id = o.id) AND (l.status = 'Received'::text) AND (l.expires_at <= list_organizations_with_expired.at))
           ORDER BY l.expires_at
          LIMIT 1) first)
   WHERE (o.kind = 'partner'::text)
   ORDER BY first.expires_at, o.id;
END
;

CREATE OR REPLACE FUNCTION public.list_organizations_with_leads_to_share()
 RETURNS TABLE(organization_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT DISTINCT l.organization_id
    FROM lead_to_share l
   ORDER BY l.organization_id;
END
;

CREATE OR REPLACE FUNCTION public.list_partner_lead_events(of_partner uuid, of_lead uuid)
 RETURNS TABLE(id uuid, type text, at timestamp with time zone, actor_kind text, actor_name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  perform require_operator();
  return query
    select e.id, e.type, e.at::timestamptz, e.actor_kind,
           case when e.actor_kind in ('marketplace', 'system') then e.actor_name end
    from lead_event e
    where e.organization_id = of_partner and e.organization_id <> current_organization_id() and e.lead_id = of_lead
      and e.type in ('lead.received', 'lead.routed', 'lead.accepted', 'lead.declined', 'lead.won', 'lead.lost',
                     'lead.expired', 'lead.closed-as-error', 'lead.withdrawn-by-customer')
    order by e.at, e.id;
end
$function$
;

CREATE OR REPLACE FUNCTION public.list_partner_lead_keys(of_lead uuid, of_partner uuid, of_states text[], only_hot boolean, at timestamp with time zone, before_at timestamp with time zone, before_id uuid, maximum integer)
 RETURNS TABLE(organization_id uuid, id uuid)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  if of_lead is not null then
    return query
      select l.organization_id, l.id
      from organization o join lead l on l.organization_id = o.id and l.id = of_lead
      where o.kind = 'partner';
  elsif only_hot then
    return query
      select l.organization_id, l.id from lead l
      where l.hot_until > list_partner_lead_keys.at
        and (l.status is null or l.status = 'Accepted' or (l.status = 'Received' and l.expires_at > list_partner_lead_keys.at))
        and l.organization_id <> current_organization_id() and (of_partner is null or l.organization_id = of_partner)
        and (of_states is null or coalesce(l.status, 'Informational') = any (of_states))
        and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
      order by l.received_at desc, l.id desc
      limit maximum;
  elsif of_partner is not null then
    return query
      select found.organization_id, found.id
      from unnest(array['marketplace', 'qualified']) as walked (tab)
      cross join lateral (
        select l.organization_id, l.id, l.received_at from lead l
        where l.organization_id = of_partner and l.organization_id <> current_organization_id() and l.tab = walked.tab
          and (of_states is null
               or (l.status = any (of_states) and (l.status <> 'Received' or l.expires_at > list_partner_lead_keys.at))
               or ('Expired' = any (of_states) and l.status = 'Received' and l.expires_at <= list_partner_lead_keys.at)
               or ('Informational' = any (of_states) and l.status is null))
          and (l.available_until is null or l.available_until > list_partner_lead_keys.at)
          and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
        order by l.received_at desc, l.id desc
        limit maximum
      ) found
      order by found.received_at desc, found.id desc
      limit maximum;
  else
    return query
      select found.organization_id, found.id
      from (
        select walk.organization_id, walk.id, walk.received_at
        from unnest(array['Received', 'Accepted', 'Won', 'Lost', 'Declined', 'Expired', 'ClosedAsError', 'Informational'])
             with ordinality as walked (state, sort)
        cross join lateral (
          select l.organization_id, l.id, l.received_at from lead l
          where l.status_sort = walked.sort::smallint
            and (of_states is null or walked.sort <> 1 or l.expires_at > list_partner_lead_keys.at)
            and l.organization_id <> current_organization_id()
            and (l.available_until is null or l.available_until > list_partner_lead_keys.at)
            and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
          order by l.received_at desc, l.id desc
          limit maximum
        ) walk
        where of_states is null or walked.state = any (of_states)
        union all
        -- what is overdue and was not written down yet: a minute's worth
        select l.organization_id, l.id, l.received_at from lead l
        where 'Expired' = any (of_states)
          and l.status = 'Received' and l.expires_at <= list_partner_lead_keys.at
          and l.organization_id <> current_organization_id()
          and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
      ) found
      order by found.received_at desc, found.id desc
      limit maximum;
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION public.list_partner_leads(of_lead uuid, of_partner uuid, of_states text[], only_hot boolean, at timestamp with time zone, before_at timestamp with time zone, before_id uuid, maximum integer)
 RETURNS TABLE(id uuid, organization_id uuid, organization_name text, location_id uuid, location_name text, lead_type text, qualification text, call_to_action text, lead_source text, offer_name text, offer_title text, is_test boolean, customer_name text, country text, lead_quality text, status text, received_at timestamp with time zone, accepted_at timestamp with time zone, closed_at timestamp with time zone, expires_at timestamp with time zone, available_until timestamp with time zone, hot_until timestamp with time zone, contact_allowed boolean, customer_request_id uuid, is_own boolean, sender_name text, is_shared boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  perform require_operator();
  return query
    select l.id, o.id, o.name, p.id, p.name, l.lead_type, l.qualification, l.call_to_action, l.lead_source, l.offer_name,
           l.offer_title, l.is_test, l.customer_name, l.country, l.lead_quality, l.status,
           l.received_at::timestamptz, l.accepted_at::timestamptz, l.closed_at::timestamptz, l.expires_at::timestamptz,
           l.available_until::timestamptz, l.hot_until::timestamptz, l.contact_allowed, l.customer_request_id,
           l.sender_organization_id is not distinct from current_organization_id(),
           case when l.sender_organization_id = current_organization_id() then l.sender_name end,
           coalesce(s.with_operator, false)
    from list_partner_lead_keys(of_lead, of_partner, of_states, only_hot, list_partner_leads.at, before_at, before_id, maximum) k
    join lead l on l.organization_id = k.organization_id and l.id = k.id
    join organization o on o.id = l.organization_id
    left join location p on p.organization_id = l.organization_id and p.id = l.location_id
    left join contact_sharing s on s.organization_id = l.organization_id
    where l.available_until is null or l.available_until > list_partner_leads.at
    order by l.received_at desc, l.id desc;
end
$function$
;

CREATE OR REPLACE FUNCTION public.list_rating_examples(only_organization uuid, after_organization uuid, after_id uuid, maximum integer, at timestamp with time zone)
 RETURNS TABLE(organization_id uuid, id uuid, snapshot jsonb, received_at timestamp with time zone, decided_at timestamp with time zone, ending text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  return query
    select l.organization_id, l.id, r.snapshot, l.received_at::timestamptz, coalesce(s.reported_at, l.closed_at, l.expires_at, l.updated_at)::timestamptz,
           case when s.lead_id is not null then 'ReportedAsSpam' when l.status = 'Received' then 'Expired' else l.status end
    from lead_rating r
    join lead l on l.organization_id = r.organization_id and l.id = r.lead_id
    join organization o on o.id = r.organization_id and o.kind = 'partner'
    left join spam_report s on s.organization_id = r.organization_id and s.lead_id = r.lead_id
    where (only_organization is null or r.organization_id = only_organization) and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
      and not l.is_test
      and (l.status in ('Won', 'Lost', 'Declined', 'Expired') or s.lead_id is not null
           or (l.status = 'Received' and l.expires_at <= at))
    order by l.organization_id, l.id
    limit maximum;
end
$function$
;

CREATE OR REPLACE FUNCTION public.list_sent_leads(before_at timestamp with time zone, before_id uuid, maximum integer)
 RETURNS TABLE(id uuid, partner_id uuid, partner_name text, customer_name text, country text, qualification text, status text, received_at timestamp with time zone, expires_at timestamp with time zone, available_until timestamp with time zone, sender_name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    select l.id, o.id, o.name, l.customer_name, l.country, l.qualification, l.status, l.received_at, l.expires_at,
           l.available_until, l.sender_name
    from lead l join organization o on o.id = l.organization_id
    where l.sender_organization_id = current_organization_id()
      and (before_at is null or (l.received_at, l.id) < (before_at, before_id))
    order by l.received_at desc, l.id desc
    limit maximum;
end
$function$
;

CREATE OR REPLACE FUNCTION public.list_switched_off(of_people uuid[], of_category text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.person_id
    FROM mail_preference p
   WHERE ((p.person_id = ANY (list_switched_off.of_people)) AND (p.category = list_switched_off.of_category) AND (NOT p.by_mail));
END
;

CREATE OR REPLACE FUNCTION public.list_working_calendars(organization_ids uuid[])
 RETURNS TABLE(organization_id uuid, time_zone text, hours jsonb, holidays text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT c.organization_id,
     c.time_zone,
     c.hours,
     c.holidays
    FROM working_calendar c
   WHERE (c.organization_id = ANY (list_working_calendars.organization_ids));
END
;

CREATE OR REPLACE FUNCTION public.make_account(new_id uuid, address text, full_name text, new_hash text, verified_at timestamp with time zone, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  insert into person (id, email, name, password_hash, email_verified_at, created_at)
  values (new_id, address, full_name, new_hash, verified_at, at)
  on conflict do nothing;
  return found;
end
$function$
;

CREATE OR REPLACE FUNCTION public.mark_address_refused(of_person uuid, why text, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE person SET email_refused_at = mark_address_refused.at, email_refused_reason = mark_address_refused.why
   WHERE (person.id = mark_address_refused.of_person);
END
;

CREATE OR REPLACE FUNCTION public.mark_returned_mails(returned_address text, message_id uuid, why text, since timestamp with time zone, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  marked_count integer;
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'returned mail is the operator''s' using errcode = 'insufficient_privilege';
  end if;
  with marked as (
    update mail m set returned_at = mark_returned_mails.at, return_reason = why
    where lower(m.address) = lower(returned_address) and m.created_at >= since and m.returned_at is null
      and (message_id is null or m.id = message_id)
    returning m.created_at),
  refused as (
    update person p set email_refused_at = mark_returned_mails.at, email_refused_reason = why
    where lower(p.email) = lower(returned_address)
      and exists (select from marked where p.email_verified_at is null or marked.created_at > p.email_verified_at)
    returning 1)
  select count(*)::integer into marked_count from marked;
  return marked_count;
end
$function$
;

CREATE OR REPLACE FUNCTION public.note_address_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform keep_former_address(m.organization_id, old.email, old.id, new.name)
  from (select distinct organization_id from membership where person_id = old.id) m;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.note_departure()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform keep_former_address(old.organization_id, p.email, p.id, p.name) from person p
  where p.id = old.person_id
    and not exists (select from membership m
                    where m.organization_id = old.organization_id and m.person_id = old.person_id);
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.notifications_since(since pg_snapshot)
 RETURNS TABLE(organization_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT DISTINCT n.organization_id,
     n.person_id
    FROM notification n
   WHERE ((n.transaction_id >= pg_snapshot_xmin(notifications_since.since)) AND (n.transaction_id < pg_snapshot_xmax(pg_current_snapshot())) AND (NOT pg_visible_in_snapshot(n.transaction_id, notifications_since.since)));
END
;

CREATE OR REPLACE FUNCTION public.phone_digits(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(CASE WHEN (octet_length(said) = char_length(said)) THEN replace(said, '(0)'::text, ''::text) ELSE fold_text(replace(said, '(0)'::text, ''::text)) END, '[^0-9]+'::text, ''::text, 'g'::text)
;

CREATE OR REPLACE FUNCTION public.prepare_lead_lookup(maximum integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  task lead_lookup_task;
  batch uuid[];
begin
  select * into task from lead_lookup_task order by kind, organization_id limit 1 for update skip locked;
  if not found then
    return exists (select from lead_lookup_task);
  end if;
  if task.kind = 'fill' then
    with old as materialized (
      select l.* from lead l
      where l.organization_id = task.organization_id and (task.before_id is null or l.id < task.before_id)
      order by l.id desc limit maximum
      for key share
    ), made as (
      -- A row that is there already is newer than what was read here.
      insert into lead_lookup select looked.* from lead l join old on old.organization_id = l.organization_id and old.id = l.id
        cross join lateral lead_lookup_of(l) looked
      on conflict do nothing
    )
    select array_agg(old.id order by old.id) into batch from old;
  else
    -- Locked, so that an amount that changes now is not overwritten by its value of before.
    with old as materialized (
      select l.id, approximate_value(l.deal_value_minor, l.deal_currency) as value from lead l
      where l.organization_id = task.organization_id and (task.before_id is null or l.id < task.before_id)
      order by l.id desc limit maximum
      for share
    ), changed as (
      update lead_lookup k set value_order = old.value from old
      where k.organization_id = task.organization_id and k.lead_id = old.id and k.value_order <> old.value
    )
    select array_agg(old.id order by old.id) into batch from old;
  end if;
  if coalesce(array_length(batch, 1), 0) < maximum then
    delete from lead_lookup_task t where t.organization_id = task.organization_id and t.kind = task.kind;
  else
    update lead_lookup_task t set before_id = batch[1] where t.organization_id = task.organization_id and t.kind = task.kind;
  end if;
  return true;
end
$function$
;

CREATE OR REPLACE FUNCTION public.publish_announcement(announcement_id uuid, what jsonb, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  told integer;
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'announcements are the operator''s' using errcode = 'insufficient_privilege';
  end if;
  insert into notification (organization_id, id, person_id, category, kind, occasion, facts, created_at)
  select member.organization_id, gen_random_uuid(), member.person_id, 'promotional', 'announcement', announcement_id::text, what, at
  from (select distinct m.organization_id, m.person_id from membership m
        join organization o on o.id = m.organization_id and o.kind = 'partner'
        join person p on p.id = m.person_id and p.disabled_at is null
        where not exists (select from mail_preference chosen where chosen.person_id = m.person_id
                          and chosen.category = 'announcements' and not chosen.in_app)) member;
  get diagnostics told = row_count;
  return told;
end
$function$
;

CREATE OR REPLACE FUNCTION public.rates_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform enqueue_lead_lookup('value');
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.release_kept_mails(since timestamp with time zone, at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 WITH released AS (
          UPDATE mail SET state = 'waiting'::text, due_at = release_kept_mails.at
           WHERE ((mail.state = 'kept'::text) AND (mail.created_at >= release_kept_mails.since))
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM released;
END
;

CREATE OR REPLACE FUNCTION public.replace_account_links(of_person uuid, link_purpose text, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE account_link l SET replaced_at = replace_account_links.at
   WHERE ((l.person_id = replace_account_links.of_person) AND (replace_account_links.of_person = current_person_id()) AND (l.purpose = replace_account_links.link_purpose) AND (l.used_at IS NULL) AND (l.replaced_at IS NULL));
END
;

CREATE OR REPLACE FUNCTION public.replace_password(new_hash text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update person set password_hash = new_hash where id = current_person_id();
  if not found then
    raise exception 'the transaction works for no person' using errcode = 'insufficient_privilege';
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION public.require_operator()
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'this is the operator''s to see' using errcode = 'insufficient_privilege';
  end if;
end
$function$
;

CREATE OR REPLACE FUNCTION public.save_vocabulary(of_vocabulary text, changed jsonb)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  saved uuid;
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'vocabularies are the operator''s' using errcode = 'insufficient_privilege';
  end if;
  insert into vocabulary_value (vocabulary, code, labels, own_labels, place, is_offered, parent_key, retired_by, replaced_by)
  select of_vocabulary, c.code, c.labels, c.own_labels, c.place, c.is_offered, c.parent_key, c.retired_by, c.replaced_by
  from jsonb_to_recordset(changed)
    as c (code text, labels jsonb, own_labels jsonb, place smallint, is_offered boolean, parent_key text, retired_by text, replaced_by text)
  on conflict (vocabulary, key) do update set
    labels = excluded.labels, own_labels = excluded.own_labels, place = excluded.place, is_offered = excluded.is_offered,
    retired_by = excluded.retired_by, replaced_by = excluded.replaced_by;
  update vocabulary set revision = gen_random_uuid() where name = of_vocabulary returning revision into strict saved;
  return saved;
end
$function$
;

CREATE OR REPLACE FUNCTION public.search_leads(groups jsonb, maximum integer, at timestamp with time zone)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  one jsonb;
  spelling text;
  word text;
  signs text;
  is_same text;
  ways text[];
  open_ways text[];
  anywhere text := '';
  open_lines text := '';
  candidates integer;
  found_ids uuid[];
  may_be_read boolean;
begin
  for one in select value from jsonb_array_elements(groups) loop
    ways := '{}';
    open_ways := '{}';
    for spelling in select value from jsonb_array_elements_text(one) loop
      word := ltrim(spelling, ' ');
      signs := trigram_text(word);
      -- Where both are the words themselves, the index condition has looked already: looking twice takes as long again.
      is_same := case when signs = word then 'k.signs is null or ' else '' end;
      if starts_with(spelling, ' ') then
        ways := ways || format('coalesce(k.signs, k.words) ~ %L and (%s k.words ~ %L)',
                               at_word_beginning(signs), is_same, at_word_beginning(word));
        open_ways := open_ways || format('left(k.words, k.open_length) ~ %L', at_word_beginning(word));
      else
        ways := ways || format('coalesce(k.signs, k.words) like %L and (%s k.words like %L)',
                               '%' || signs || '%', is_same, '%' || word || '%');
        open_ways := open_ways || format('left(k.words, k.open_length) like %L', '%' || spelling || '%');
      end if;
    end loop;
    anywhere := anywhere || ' and (' || array_to_string(ways, ' or ') || ')';
    open_lines := open_lines || ' and (' || array_to_string(open_ways, ' or ') || ')';
  end loop;
  execute format(
    'with h as materialized (
       select k.lead_id from lead_lookup k where k.organization_id = $1 %s limit $2 + 1)
     select (select count(*) from h), array(select h.lead_id from h),
            exists (select from h
                    join lead l on l.organization_id = $1 and l.id = h.lead_id
                    join lead_lookup k on k.organization_id = $1 and k.lead_id = h.lead_id
                    where contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, $3) or (true %s))',
    anywhere, open_lines)
  into candidates, found_ids, may_be_read using current_organization_id(), maximum, at;
  return case when candidates > maximum then null when may_be_read then found_ids else '{}' end;
end
$function$
;

CREATE OR REPLACE FUNCTION public.settle_spam_reports(of_address text, of_domain text, new_ids uuid[], at timestamp with time zone)
 RETURNS TABLE(kind text, value text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  operator uuid := (select o.id from organization o where o.kind = 'operator');
  enough record;
  wanted record;
begin
  if operator is null then
    return;
  end if;
  select i.spam_reports_for_address as addresses, i.spam_reports_for_domain as domains into enough from installation i;
  -- two reports at once count one after the other
  perform pg_advisory_xact_lock(hashtext('spam reports'), hashtext(coalesce(of_domain, of_address)));
  for wanted in
    select 'address' as kind, of_address as value, new_ids[1] as id,
           (select count(distinct r.organization_id) from spam_report r where r.address = of_address) >= enough.addresses as marked
    where of_address is not null
    union all
    select 'domain', of_domain, new_ids[2],
           (select count(distinct r.organization_id) >= enough.domains and count(distinct r.address) >= 3
            from spam_report r where r.domain = of_domain)
    where of_domain is not null
  loop
    if wanted.marked then
      insert into contact_mark (organization_id, id, list, kind, value, source, created_at)
      values (operator, wanted.id, 'block', wanted.kind, wanted.value, 'reports', at)
      on conflict (kind, value, list) do nothing;
    else
      delete from contact_mark m
      where m.list = 'block' and m.kind = wanted.kind and m.value = wanted.value and m.source = 'reports';
    end if;
    if found then
      kind := wanted.kind;
      value := wanted.value;
      return next;
    end if;
  end loop;
end
$function$
;

CREATE OR REPLACE FUNCTION public.store_leads(receipt_owner uuid, receipts jsonb, forgotten_before timestamp with time zone, lead_owner uuid, leads jsonb, events jsonb, jobs jsonb)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  stored uuid[];
  job record;
begin
  if receipts is null then
    select array_agg(l.id) into stored from jsonb_to_recordset(leads) as l (id uuid);
  else
    perform set_config('leadlight.organization_id', receipt_owner::text, true);
    with taken as (
      insert into intake_receipt as known (organization_id, door, key, request_hash, lead_id, routed, received_at)
      select receipt_owner, r.door, r.key, r.request_hash, r.lead_id, r.routed, r.received_at
      from jsonb_to_recordset(receipts)
        as r (door text, key bytea, request_hash bytea, lead_id uuid, routed boolean, received_at timestamptz)
      -- two transactions that take the same requests meet them in the same order, so neither waits for the other
      order by r.key
      on conflict (organization_id, door, key) do update
        set request_hash = excluded.request_hash, lead_id = excluded.lead_id, routed = excluded.routed,
            received_at = excluded.received_at
        where known.received_at < forgotten_before
      returning lead_id)
    select array_agg(taken.lead_id) into stored from taken;
    if stored is null then
      return '{}';
    end if;
  end if;
  perform set_config('leadlight.organization_id', lead_owner::text, true);
  insert into lead (organization_id, id, location_id, qualification, lead_type, call_to_action, lead_source, offer_id, offer_name,
                    offer_title, is_test, door, routing_reason, customer_name, country, contact_first_name,
                    contact_last_name, contact_title, contact_email, contact_phone, message, contact_allowed, consent_at,
                    consent_text_version, sender_organization_id, sender_person_id, sender_name,
                    sender_organization_name, email_validity, phone_validity, status, estimated_purchase_date,
                    received_at, updated_at, expires_at, available_until, hot_until, mended, suspected_spam, spam_score, email_read,
                    referral_program, campaign_id, source_detail)
  select lead_owner, l.id, l.location_id, l.qualification, l.lead_type, l.call_to_action, l.lead_source, l.offer_id, l.offer_name,
         l.offer_title, l.is_test, l.door, l.routing_reason, l.customer_name, l.country, l.contact_first_name,
         l.contact_last_name, l.contact_title, l.contact_email, l.contact_phone, l.message, l.contact_allowed,
         l.consent_at, l.consent_text_version, l.sender_organization_id, l.sender_person_id, l.sender_name,
         l.sender_organization_name, l.email_validity, l.phone_validity, l.status, l.estimated_purchase_date,
         l.received_at, l.updated_at, l.expires_at, l.available_until, l.hot_until, l.mended,
         coalesce(l.suspected_spam, false), l.spam_score, l.email_read, l.referral_program,
         l.campaign_id, l.source_detail
  from jsonb_to_recordset(leads)
    as l (id uuid, location_id uuid, qualification text, lead_type text, call_to_action text, lead_source text, offer_id uuid,
          offer_name text, offer_title text, is_test boolean, door text, routing_reason text, customer_name text, country text,
          contact_first_name text, contact_last_name text, contact_title text, contact_email text, contact_phone text,
          message text, contact_allowed boolean, consent_at timestamptz, consent_text_version text,
          sender_organization_id uuid, sender_person_id uuid, sender_name text, sender_organization_name text,
          email_validity text, phone_validity text, status text, estimated_purchase_date date, received_at timestamptz,
          updated_at timestamptz, expires_at timestamptz, available_until timestamptz, hot_until timestamptz, mended jsonb,
          suspected_spam boolean, spam_score real, email_read text, referral_program text, campaign_id text,
          source_detail text)
  where l.id = any (stored);
  insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_person_id, actor_name, note, version)
  select lead_owner, e.*
  from jsonb_to_recordset(events)
    as e (id uuid, lead_id uuid, type text, at timestamptz, actor_kind text, actor_person_id uuid, actor_name text, note text,
          version integer)
  where e.lead_id = any (stored);
  for job in
    select j.task, array_agg(j.lead_id) as lead_ids
    from jsonb_to_recordset(jobs) as j (task text, lead_id uuid)
    where j.lead_id = any (stored) group by j.task
  loop
    perform enqueue_job(job.task, json_build_object('organizationId', lead_owner, 'leadIds', job.lead_ids), null, null, null);
  end loop;
  return stored;
end
$function$
;

CREATE OR REPLACE FUNCTION public.trigram_text(folded text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN (octet_length(folded) = char_length(folded)) THEN folded ELSE (SELECT string_agg(CASE WHEN (part.sign < (''::text COLLATE "C")) THEN part.sign WHEN (ascii(part.sign) >= 11904) THEN (substr('0123456789abcdefghijklmnopqrstuvwxyz'::text, (((ascii(part.sign) / 36) % 36) + 1), 1) || substr('0123456789abcdefghijklmnopqrstuvwxyz'::text, ((ascii(part.sign) % 36) + 1), 1)) ELSE substr('0123456789abcdefghijklmnopqrstuvwxyz'::text, ((ascii(part.sign) % 36) + 1), 1) END, ''::text ORDER BY part.place) AS string_agg FROM unnest(string_to_array(trigram_text.folded, NULL::text)) WITH ORDINALITY part(sign, place)) END
;

CREATE OR REPLACE FUNCTION public.withdraw_announcement(announcement_id uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  taken integer;
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'announcements are the operator''s' using errcode = 'insufficient_privilege';
  end if;
  delete from notification n where n.kind = 'announcement' and n.occasion = announcement_id::text;
  get diagnostics taken = row_count;
  return taken;
end
$function$
;

CREATE OR REPLACE FUNCTION public.withdraw_exports()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  delete from stored_file f
  where f.organization_id = old.organization_id and f.person_id = old.person_id and f.kind = 'lead-export';
  delete from lead_export e where e.organization_id = old.organization_id and e.person_id = old.person_id;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.write_expired_leads(owners uuid[], lead_ids uuid[], event_ids uuid[], at timestamp with time zone, from_states text[], to_state text, changes jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 WITH due AS (
          SELECT d.organization_id,
             d.lead_id,
             d.event_id
            FROM UNNEST(write_expired_leads.owners, write_expired_leads.lead_ids, write_expired_leads.event_ids) d(organization_id, lead_id, event_id)
         ), expired AS (
          UPDATE lead l SET status = write_expired_leads.to_state, closed_at = l.expires_at, updated_at = write_expired_leads.at, version = (l.version + 1), next_step = NULL::text, next_step_day = NULL::date, next_step_at = NULL::timestamp with time zone, next_step_by = NULL::uuid
            FROM due
           WHERE ((l.organization_id = due.organization_id) AND (l.id = due.lead_id) AND (l.status = ANY (write_expired_leads.from_states)) AND (l.expires_at <= write_expired_leads.at))
           RETURNING l.organization_id,
             l.id,
             l.version,
             l.expires_at,
             due.event_id
         )
  INSERT INTO lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_name, changes, version)  SELECT e.organization_id,
             e.event_id,
             e.id,
             'lead.expired',
             e.expires_at,
             'system',
             'Leadlight',
             write_expired_leads.changes AS changes,
             e.version
            FROM expired e;
END
;
