-- Generated from the migrations by “npm run generate”. To read, not to run.

create table access_log (
  organization_id uuid not null,
  id uuid not null,
  at timestamp(3) with time zone not null,
  actor_person_id uuid,
  actor_name text not null,
  action text not null,
  lead_ids uuid[] not null default '{}'::uuid[],
  detail text,
  request_id text
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
CREATE INDEX account_link_made ON public.account_link USING btree (person_id, purpose, created_at DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX account_link_person ON public.account_link USING btree (person_id, purpose) WHERE ((used_at IS NULL) AND (replaced_at IS NULL));
alter table account_link enable row level security;
create policy tenant on account_link for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

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
-- leadlight_app: delete, insert, select, update

create table business_profile (
  organization_id uuid not null,
  id uuid not null,
  country text not null,
  display_name text not null,
  description text not null default ''::text,
  website text,
  published_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null,
  tags text[] not null default '{}'::text[]
);
alter table business_profile add constraint business_profile_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table business_profile add constraint business_profile_pkey PRIMARY KEY (organization_id, id);
alter table business_profile add constraint business_profile_tags_check CHECK ((cardinality(tags) <= 50));
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
-- leadlight_app: delete, insert, select, update

create table catch_all_domain (
  domain text not null,
  catch_all boolean not null,
  known_until timestamp(3) with time zone not null
);
alter table catch_all_domain add constraint catch_all_domain_pkey PRIMARY KEY (domain);
-- leadlight_app: delete, insert, select, update

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
alter table customer_request add constraint customer_request_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])));
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
  clock_ahead_seconds integer not null default 0
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
-- leadlight_app: delete, insert, select, update

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
  search_open text not null generated always as (lower(((((((((COALESCE(customer_name, ''::text) || '
'::text) || COALESCE(offer_title, ''::text)) || '
'::text) || COALESCE(deal_name, ''::text)) || '
'::text) || COALESCE(deal_notes, ''::text)) || '
'::text) || COALESCE(closing_notes, ''::text)))) stored,
  search_contact text not null generated always as (lower(((((((((COALESCE(contact_first_name, ''::text) || ' '::text) || COALESCE(contact_last_name, ''::text)) || '
'::text) || COALESCE(contact_email, ''::text)) || '
'::text) || COALESCE(contact_phone, ''::text)) || '
'::text) || COALESCE(message, ''::text)))) stored,
  contact_email_key text generated always as (lower(contact_email)) stored,
  checks_pending boolean not null default true,
  phone_e164 text,
  phone_extension text,
  reminded_at timestamp(3) with time zone,
  customer_request_id uuid,
  forwarded_after text
);
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
alter table lead add constraint lead_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table lead add constraint lead_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES location(organization_id, id);
alter table lead add constraint lead_organization_id_offer_id_fkey FOREIGN KEY (organization_id, offer_id) REFERENCES offer(organization_id, id);
alter table lead add constraint lead_organization_id_repeat_of_lead_id_fkey FOREIGN KEY (organization_id, repeat_of_lead_id) REFERENCES lead(organization_id, id) ON DELETE SET NULL (repeat_of_lead_id);
alter table lead add constraint lead_phone_validity_check CHECK ((phone_validity = ANY (ARRAY['Valid'::text, 'Invalid'::text, 'Unknown'::text])));
alter table lead add constraint lead_pkey PRIMARY KEY (organization_id, id);
alter table lead add constraint lead_qualification_check CHECK ((qualification = ANY (ARRAY['Direct'::text, 'MarketingQualified'::text, 'SalesQualified'::text])));
alter table lead add constraint lead_sender_organization_id_fkey FOREIGN KEY (sender_organization_id) REFERENCES organization(id);
alter table lead add constraint lead_sender_person_id_fkey FOREIGN KEY (sender_person_id) REFERENCES person(id);
alter table lead add constraint lead_status_check CHECK ((status = ANY (ARRAY['Received'::text, 'Accepted'::text, 'Won'::text, 'Lost'::text, 'Declined'::text, 'Expired'::text, 'ClosedAsError'::text])));
CREATE INDEX lead_by_customer ON public.lead USING btree (organization_id, tab, customer_sort, id);
CREATE INDEX lead_by_email ON public.lead USING btree (organization_id, contact_email_key, received_at DESC, id DESC) WHERE (contact_email_key IS NOT NULL);
CREATE INDEX lead_by_expiry ON public.lead USING btree (organization_id, tab, expiry_sort, id);
CREATE INDEX lead_by_purchase_date ON public.lead USING btree (organization_id, estimated_purchase_date, id) WHERE ((status = 'Accepted'::text) AND (estimated_purchase_date IS NOT NULL));
CREATE INDEX lead_by_quality ON public.lead USING btree (organization_id, tab, quality_sort, id);
CREATE INDEX lead_by_sender ON public.lead USING btree (sender_organization_id, received_at DESC, id DESC) WHERE (sender_organization_id IS NOT NULL);
CREATE INDEX lead_by_status ON public.lead USING btree (organization_id, tab, status_sort, id);
CREATE INDEX lead_by_value ON public.lead USING btree (organization_id, tab, value_sort, id);
CREATE INDEX lead_count ON public.lead USING btree (organization_id, tab, status, lead_quality, email_validity, phone_validity, lead_type, call_to_action, lead_source, country, location_id, available_until);
CREATE INDEX lead_due ON public.lead USING btree (expires_at, organization_id, id) WHERE (status = 'Received'::text);
CREATE INDEX lead_duplicate_company ON public.lead USING gin (organization_id, customer_sort gin_trgm_ops);
CREATE INDEX lead_duplicate_email ON public.lead USING btree (organization_id, duplicate_email_key(contact_email_key), received_at DESC) WHERE (contact_email_key IS NOT NULL);
CREATE INDEX lead_duplicate_person ON public.lead USING btree (organization_id, duplicate_person_key(contact_last_name, contact_first_name), duplicate_domain_key(contact_email_key) COLLATE "C");
CREATE INDEX lead_duplicate_phone ON public.lead USING btree (organization_id, phone_e164, received_at DESC) WHERE (phone_e164 IS NOT NULL);
CREATE INDEX lead_email_beyond_ascii ON public.lead USING btree (organization_id, id) WHERE (octet_length(contact_email_key) <> char_length(contact_email_key));
CREATE INDEX lead_list ON public.lead USING btree (organization_id, tab, received_at DESC, id DESC) INCLUDE (status, call_to_action, country, lead_source, lead_type, lead_quality, email_validity, phone_validity, location_id, available_until, expires_at, customer_name, customer_sort, status_sort, quality_sort, value_sort, expiry_sort);
CREATE INDEX lead_search_contact ON public.lead USING gin (organization_id, search_contact gin_trgm_ops);
CREATE INDEX lead_search_open ON public.lead USING gin (organization_id, search_open gin_trgm_ops);
CREATE INDEX lead_unreminded ON public.lead USING btree (organization_id, expires_at, id) WHERE ((status = 'Received'::text) AND (reminded_at IS NULL) AND ((expires_at - received_at) > '72:00:00'::interval));
alter table lead enable row level security;
create policy tenant on lead for ALL to leadlight_app using (organization_id = current_organization_id());
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
alter table lead_notice add constraint lead_notice_kind_check CHECK ((kind = ANY (ARRAY['new-lead'::text, 'expiring-soon'::text, 'team-assignment'::text, 'sent-lead'::text, 'direct-expired'::text])));
alter table lead_notice add constraint lead_notice_organization_id_lead_id_fkey FOREIGN KEY (organization_id, lead_id) REFERENCES lead(organization_id, id) ON DELETE CASCADE;
alter table lead_notice add constraint lead_notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table lead_notice add constraint lead_notice_pkey PRIMARY KEY (organization_id, lead_id, kind, recipient, occasion);
alter table lead_notice add constraint lead_notice_way_check CHECK ((way = ANY (ARRAY['individual'::text, 'digest'::text, 'unmailed'::text])));
CREATE INDEX lead_notice_digest ON public.lead_notice USING btree (digest_at) WHERE ((way = 'digest'::text) AND (mail_id IS NULL));
alter table lead_notice enable row level security;
create policy tenant on lead_notice for ALL to leadlight_app using (organization_id = current_organization_id());
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
  return_reason text
);
alter table mail add constraint mail_check CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL)));
alter table mail add constraint mail_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table mail add constraint mail_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table mail add constraint mail_pkey PRIMARY KEY (organization_id, id);
alter table mail add constraint mail_state_check CHECK ((state = ANY (ARRAY['kept'::text, 'waiting'::text, 'sent'::text, 'failed'::text])));
CREATE INDEX mail_address ON public.mail USING btree (lower(address), created_at DESC);
CREATE INDEX mail_due ON public.mail USING btree (due_at) WHERE (state = 'waiting'::text);
CREATE INDEX mail_failed ON public.mail USING btree (organization_id, created_at) WHERE (state = 'failed'::text);
CREATE INDEX mail_kept ON public.mail USING btree (created_at) WHERE (state = 'kept'::text);
CREATE INDEX mail_leads ON public.mail USING gin (organization_id, lead_ids);
CREATE INDEX mail_newest ON public.mail USING btree (organization_id, created_at DESC, id DESC);
alter table mail enable row level security;
create policy tenant on mail for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table mail_preference (
  person_id uuid not null,
  category text not null,
  by_mail boolean not null,
  changed_at timestamp(3) with time zone not null,
  in_app boolean not null default true
);
alter table mail_preference add constraint mail_preference_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table mail_preference add constraint mail_preference_pkey PRIMARY KEY (person_id, category);
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
  tags text[] not null default '{}'::text[]
);
alter table offer add constraint offer_call_to_action_check CHECK ((call_to_action = ANY (ARRAY['ContactMe'::text, 'GetItNow'::text, 'FreeTrial'::text, 'TestDrive'::text])));
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
-- leadlight_app: delete, insert, select, update

create table profile_location (
  organization_id uuid not null,
  id uuid not null,
  profile_id uuid not null,
  location_id uuid not null,
  slug text not null,
  contact_name text not null,
  contact_email text not null,
  created_at timestamp(3) with time zone not null
);
alter table profile_location add constraint profile_location_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES location(organization_id, id);
alter table profile_location add constraint profile_location_organization_id_profile_id_fkey FOREIGN KEY (organization_id, profile_id) REFERENCES business_profile(organization_id, id) ON DELETE CASCADE;
alter table profile_location add constraint profile_location_pkey PRIMARY KEY (organization_id, id);
alter table profile_location add constraint profile_location_slug_key UNIQUE (slug);
alter table profile_location enable row level security;
create policy published on profile_location for SELECT to leadlight_app using (EXISTS ( SELECT
   FROM business_profile p
  WHERE ((p.organization_id = profile_location.organization_id) AND (p.id = profile_location.profile_id) AND (p.published_at IS NOT NULL))));
create policy tenant on profile_location for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

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
create policy by_token on session for ALL to leadlight_app using true;
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
alter table suspected_submission enable row level security;
create policy tenant on suspected_submission for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

create table working_calendar (
  organization_id uuid not null,
  time_zone text not null,
  hours jsonb not null,
  holidays text[] not null,
  updated_at timestamp(3) with time zone not null,
  updated_by text not null
);
alter table working_calendar add constraint working_calendar_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table working_calendar add constraint working_calendar_pkey PRIMARY KEY (organization_id);
alter table working_calendar enable row level security;
create policy tenant on working_calendar for ALL to leadlight_app using (organization_id = current_organization_id());
-- leadlight_app: delete, insert, select, update

CREATE OR REPLACE FUNCTION public.change_policy(changes jsonb)
 RETURNS installation
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  before installation;
begin
  if not exists (select from organization o where o.id = current_organization_id() and o.kind = 'operator') then
    raise exception 'the policy is the operator''s' using errcode = 'insufficient_privilege';
  end if;
  select * into strict before from installation for update;
  update installation set
    lead_expiry_hours = coalesce((changes ->> 'expiryHours')::integer, lead_expiry_hours),
    hot_lead_hours = coalesce((changes ->> 'hotHours')::integer, hot_lead_hours),
    informational_lead_months = coalesce((changes ->> 'informationalMonths')::integer, informational_lead_months),
    mails_per_day = coalesce((changes ->> 'mailsPerDay')::integer, mails_per_day),
    digest_hour = coalesce((changes ->> 'digestHour')::integer, digest_hour);
  return before;
end
$function$
;

CREATE OR REPLACE FUNCTION public.claim_expired_leads(at timestamp with time zone, since timestamp with time zone, maximum integer)
 RETURNS TABLE(organization_id uuid, id uuid, expires_at timestamp with time zone)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT l.organization_id,
     l.id,
     l.expires_at
    FROM (lead l
      JOIN organization o ON (((o.id = l.organization_id) AND (o.kind = 'partner'::text))))
   WHERE ((l.status = 'Received'::text) AND (l.expires_at <= claim_expired_leads.at) AND (l.expires_at >= claim_expired_leads.since))
   ORDER BY l.expires_at, l.organization_id, l.id
  LIMIT claim_expired_leads.maximum
  FOR UPDATE OF l SKIP LOCKED;
END
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
RETURN replace(replace(replace(replace(translate(regexp_replace(NORMALIZE(lower(COALESCE(NULLIF(last_name, ''::text), first_name, ''::text)), NFKD), '[\u0300-\u036f\s''’.-]'::text, ''::text, 'g'::text), 'æđıłøœß'::text, 'adiloos'::text), 'ss'::text, 's'::text), 'ae'::text, 'a'::text), 'oe'::text, 'o'::text), 'ue'::text, 'u'::text)
;

CREATE OR REPLACE FUNCTION public.end_calendar_feeds(of_person uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 UPDATE calendar_feed f SET revoked_at = end_calendar_feeds.at
   WHERE ((f.person_id = end_calendar_feeds.of_person) AND (f.revoked_at IS NULL));
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
  perform graphile_worker.add_job(task, payload, queue_name => queue, job_key => enqueue_job.job_key, run_at => machine_time);
end
$function$
;

CREATE OR REPLACE FUNCTION public.expire_leads(owners uuid[], lead_ids uuid[], event_ids uuid[], at timestamp with time zone, from_states text[], to_state text, changes jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  owner uuid;
  told uuid[];
begin
  for owner in select distinct each from unnest(owners) each loop
    perform set_config('leadlight.organization_id', owner::text, true);
    with due as (
      select d.lead_id, d.event_id from unnest(owners, lead_ids, event_ids) d (owner_id, lead_id, event_id)
      where d.owner_id = owner
    ), expired as (
      update lead l set status = to_state, closed_at = l.expires_at, updated_at = expire_leads.at, version = l.version + 1
      from due
      where l.organization_id = owner and l.id = due.lead_id and l.status = any(from_states)
        and l.expires_at <= expire_leads.at
      returning l.id, l.version, l.expires_at, due.event_id
    ), event as (
      insert into lead_event (organization_id, id, lead_id, type, at, actor_kind, actor_name, changes, version)
      select owner, e.event_id, e.id, 'lead.expired', e.expires_at, 'system', 'Leadlight', expire_leads.changes, e.version
      from expired e
      returning id, lead_event.at
    )
    select array_agg(e.id order by e.at, e.id) into told from event e;
    if told is not null then
      -- A minute later and one after another: telling about a great many that ended together must take the machine
      -- neither from who works now nor from writing down the rest.
      perform enqueue_job('lead.tell', json_build_object('organizationId', owner, 'eventIds', told), 'lead.tell expired', null,
                          expire_leads.at + interval '1 minute');
    end if;
  end loop;
end
$function$
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
 RETURNS TABLE(id uuid, person_id uuid, person_name text, time_zone text, last_used_at timestamp with time zone, organization_id uuid, organization_name text, organization_kind text, grants jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT f.id,
     p.id,
     p.name,
     p.time_zone,
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

CREATE OR REPLACE FUNCTION public.find_due_mails(at timestamp with time zone, maximum integer)
 RETURNS TABLE(organization_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT m.organization_id,
     m.id
    FROM mail m
   WHERE ((m.state = 'waiting'::text) AND (m.due_at <= find_due_mails.at))
   ORDER BY m.due_at
  LIMIT find_due_mails.maximum;
END
;

CREATE OR REPLACE FUNCTION public.find_duplicate_candidates(of_lead uuid, at timestamp with time zone, company text, company_domain text, maximum integer)
 RETURNS TABLE(lead_ids uuid[], email_people integer, phone_people integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  tenant uuid := current_organization_id();
  self record;
  found_ids uuid[];
begin
  select l.contact_email_key, l.phone_e164, l.is_test,
         duplicate_person_key(l.contact_last_name, l.contact_first_name) as person,
         contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at) as open
    into self from lead l where l.organization_id = tenant and l.id = of_lead;
  lead_ids := '{}';
  email_people := 0;
  phone_people := 0;
  if self.open and self.contact_email_key is not null then
    select array_agg(c.id), count(distinct nullif(c.person, '')) into found_ids, email_people
    from (select l.id, duplicate_person_key(l.contact_last_name, l.contact_first_name) as person from lead l
          where l.organization_id = tenant and l.contact_email_key is not null
            and duplicate_email_key(l.contact_email_key) = duplicate_email_key(self.contact_email_key)
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if self.open and self.phone_e164 is not null then
    select array_agg(c.id), count(distinct nullif(c.person, '')) into found_ids, phone_people
    from (select l.id, duplicate_person_key(l.contact_last_name, l.contact_first_name) as person from lead l
          where l.organization_id = tenant and l.phone_e164 = self.phone_e164
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if self.open and company_domain is not null and self.person <> '' then
    select array_agg(c.id) into found_ids
    from (select l.id from lead l
          where l.organization_id = tenant
            and duplicate_person_key(l.contact_last_name, l.contact_first_name) = self.person
            and duplicate_domain_key(l.contact_email_key) collate "C" >= reverse(company_domain) || '.'
            -- the character after the dot: up to the end of what stands below the domain
            and duplicate_domain_key(l.contact_email_key) collate "C" < reverse(company_domain) || '/'
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if self.open and company is not null and self.person <> '' then
    -- Of names that share less than this much the application takes none for alike.
    perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
    select array_agg(c.id) into found_ids
    from (select l.id from lead l
          where l.organization_id = tenant
            and duplicate_person_key(l.contact_last_name, l.contact_first_name) = self.person and l.customer_sort %> company
            and l.is_test = self.is_test and contact_may_be_shown(l.contact_allowed, l.status, l.expires_at, at)
          order by l.received_at desc limit maximum) c;
    lead_ids := lead_ids || found_ids;
  end if;
  if company is not null then
    -- Without a surname only much the same name is worth a look: a word like “engineering” is half of many names.
    perform set_config('pg_trgm.word_similarity_threshold', '0.7', true);
    select array_agg(c.id) into found_ids
    from (select l.id from lead l
          where l.organization_id = tenant and l.customer_sort %> company and l.is_test = self.is_test
          order by word_similarity(company, l.customer_sort) desc, l.received_at desc limit maximum) c;
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
   WHERE ((l.person_id = find_limiting_link.of_person) AND (l.purpose = find_limiting_link.link_purpose) AND (l.created_at > find_limiting_link.since))
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
   WHERE ((p.id = find_offer_for_intake.publisher) AND (o.offer_key = find_offer_for_intake.offer));
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
   WHERE ((l.person_id = find_waiting_verification.of_person) AND (l.purpose = 'verify'::text) AND (l.used_at IS NULL) AND (l.replaced_at IS NULL) AND (l.expires_at > find_waiting_verification.at))
   ORDER BY l.created_at DESC
  LIMIT 1;
END
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

CREATE OR REPLACE FUNCTION public.link_repeats(lead_ids uuid[])
 RETURNS TABLE(id uuid, version integer)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
#variable_conflict use_column
begin
  return query
    update lead set repeat_of_lead_id = repeat.earlier_id
    from (
      select l.id, earlier.id as earlier_id
      from lead l cross join lateral (
        select e.id from lead e
        where e.organization_id = l.organization_id and e.contact_email_key = l.contact_email_key
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
   WHERE ((octet_length(l.contact_email_key) <> char_length(l.contact_email_key)) AND ((list_leads_beyond_ascii.only_organization IS NULL) OR (l.organization_id = list_leads_beyond_ascii.only_organization)) AND ((list_leads_beyond_ascii.after_id IS NULL) OR (ROW(l.organization_id, l.id) > ROW(list_leads_beyond_ascii.after_organization, list_leads_beyond_ascii.after_id))))
   ORDER BY l.organization_id, l.id
  LIMIT list_leads_beyond_ascii.maximum;
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
      where l.organization_id = only_organization and l.contact_email_key = of_value and (after_id is null or l.id > after_id)
      order by l.id limit maximum;
  elsif of_kind = 'address' then
    return query
      select l.organization_id, l.id from organization o join lead l on l.organization_id = o.id
      where l.contact_email_key = of_value and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
      order by l.organization_id, l.id limit maximum;
  elsif of_kind = 'phone' then
    return query
      select l.organization_id, l.id from organization o join lead l on l.organization_id = o.id
      where l.phone_e164 = of_value and (after_id is null or (l.organization_id, l.id) > (after_organization, after_id))
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
    FROM (lead l
      JOIN organization o ON ((o.id = l.organization_id)))
   WHERE ((l.sender_organization_id = current_organization_id()) AND ((list_sent_leads.before_at IS NULL) OR (ROW(l.received_at, l.id) < ROW(list_sent_leads.before_at, list_sent_leads.before_id))))
   ORDER BY l.received_at DESC, l.id DESC
  LIMIT list_sent_leads.maximum;
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

CREATE OR REPLACE FUNCTION public.mark_returned_mails(returned_address text, message_id uuid, why text, since timestamp with time zone, at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
BEGIN ATOMIC
 WITH marked AS (
          UPDATE mail SET returned_at = mark_returned_mails.at, return_reason = mark_returned_mails.why
           WHERE ((lower(mail.address) = lower(mark_returned_mails.returned_address)) AND (mail.created_at >= mark_returned_mails.since) AND (mail.returned_at IS NULL) AND ((mark_returned_mails.message_id IS NULL) OR (mail.id = mark_returned_mails.message_id)))
           RETURNING mail.created_at
         ), refused AS (
          UPDATE person p SET email_refused_at = mark_returned_mails.at, email_refused_reason = mark_returned_mails.why
           WHERE ((lower(p.email) = lower(mark_returned_mails.returned_address)) AND (EXISTS ( SELECT
                    FROM marked marked_1
                   WHERE ((p.email_verified_at IS NULL) OR (marked_1.created_at > p.email_verified_at)))))
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM marked;
END
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
   WHERE ((l.person_id = replace_account_links.of_person) AND (l.purpose = replace_account_links.link_purpose) AND (l.used_at IS NULL) AND (l.replaced_at IS NULL));
END
;

CREATE OR REPLACE FUNCTION public.search_lead_ids(term text, at timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  pattern text := '%' || replace(replace(replace(lower(term), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  hex text := replace(lower(term), '-', '');
begin
  return query
    select l.id from lead l
    where l.organization_id = current_organization_id() and l.search_open like pattern
    union
    select l.id from lead l
    where l.organization_id = current_organization_id() and l.search_contact like pattern
      and l.contact_allowed and l.status is distinct from 'Expired'
      and not (l.status is not distinct from 'Received' and l.expires_at <= search_lead_ids.at);
  if hex ~ '^[0-9a-f]{8,32}$' then
    return query
      select l.id from lead l
      where l.organization_id = current_organization_id()
        and l.id between rpad(hex, 32, '0')::uuid and rpad(hex, 32, 'f')::uuid;
  end if;
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

CREATE OR REPLACE FUNCTION public.take_leads(receipt_owner uuid, receipts jsonb, forgotten_before timestamp with time zone, lead_owner uuid, leads jsonb, events jsonb, jobs jsonb)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
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
                    received_at, updated_at, expires_at, available_until, hot_until)
  select lead_owner, l.*
  from jsonb_to_recordset(leads)
    as l (id uuid, location_id uuid, qualification text, lead_type text, call_to_action text, lead_source text, offer_id uuid,
          offer_name text, offer_title text, is_test boolean, door text, routing_reason text, customer_name text, country text,
          contact_first_name text, contact_last_name text, contact_title text, contact_email text, contact_phone text,
          message text, contact_allowed boolean, consent_at timestamptz, consent_text_version text,
          sender_organization_id uuid, sender_person_id uuid, sender_name text, sender_organization_name text,
          email_validity text, phone_validity text, status text, estimated_purchase_date date, received_at timestamptz,
          updated_at timestamptz, expires_at timestamptz, available_until timestamptz, hot_until timestamptz)
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
    perform enqueue_job(job.task, json_build_object('organizationId', lead_owner, 'leadIds', job.lead_ids),
                        case when job.task = 'lead.tell-arrival' then job.task end, null, null);
  end loop;
  return stored;
end
$function$
;
