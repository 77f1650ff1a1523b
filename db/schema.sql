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
  created_at timestamp(3) with time zone not null
);
alter table business_profile add constraint business_profile_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table business_profile add constraint business_profile_pkey PRIMARY KEY (organization_id, id);
CREATE UNIQUE INDEX business_profile_country ON public.business_profile USING btree (organization_id, country);
alter table business_profile enable row level security;
create policy published on business_profile for SELECT to leadlight_app using (published_at IS NOT NULL);
create policy tenant on business_profile for ALL to leadlight_app using (organization_id = current_organization_id());
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
  spam_reports_for_domain integer not null default 5
);
alter table installation add constraint installation_hot_lead_hours_check CHECK ((hot_lead_hours > 0));
alter table installation add constraint installation_informational_lead_months_check CHECK ((informational_lead_months > 0));
alter table installation add constraint installation_lead_expiry_hours_check CHECK ((lead_expiry_hours > 0));
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
  phone_extension text
);
alter table lead add constraint lead_call_to_action_check CHECK ((call_to_action = ANY (ARRAY['ContactMe'::text, 'GetItNow'::text, 'FreeTrial'::text, 'TestDrive'::text])));
alter table lead add constraint lead_check CHECK (((status IS NULL) = (available_until IS NOT NULL)));
alter table lead add constraint lead_check1 CHECK (((deal_value_minor IS NULL) = (deal_currency IS NULL)));
alter table lead add constraint lead_check2 CHECK (((final_value_minor IS NULL) = (final_value_currency IS NULL)));
alter table lead add constraint lead_deal_value_minor_check CHECK ((deal_value_minor >= 0));
alter table lead add constraint lead_door_check CHECK ((door = ANY (ARRAY['marketplace'::text, 'api'::text, 'offer-page'::text, 'profile-page'::text, 'import'::text])));
alter table lead add constraint lead_email_validity_check CHECK ((email_validity = ANY (ARRAY['Valid'::text, 'Invalid'::text, 'Spam'::text, 'Unknown'::text])));
alter table lead add constraint lead_final_value_minor_check CHECK ((final_value_minor >= 0));
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
CREATE INDEX lead_by_quality ON public.lead USING btree (organization_id, tab, quality_sort, id);
CREATE INDEX lead_by_sender ON public.lead USING btree (sender_organization_id, received_at DESC, id DESC) WHERE (sender_organization_id IS NOT NULL);
CREATE INDEX lead_by_status ON public.lead USING btree (organization_id, tab, status_sort, id);
CREATE INDEX lead_by_value ON public.lead USING btree (organization_id, tab, value_sort, id);
CREATE INDEX lead_duplicate_company ON public.lead USING gin (organization_id, customer_sort gin_trgm_ops);
CREATE INDEX lead_duplicate_email ON public.lead USING btree (organization_id, duplicate_email_key(contact_email_key), received_at DESC) WHERE (contact_email_key IS NOT NULL);
CREATE INDEX lead_duplicate_person ON public.lead USING btree (organization_id, duplicate_person_key(contact_last_name, contact_first_name), duplicate_domain_key(contact_email_key) COLLATE "C");
CREATE INDEX lead_duplicate_phone ON public.lead USING btree (organization_id, phone_e164, received_at DESC) WHERE (phone_e164 IS NOT NULL);
CREATE INDEX lead_list ON public.lead USING btree (organization_id, tab, received_at DESC, id DESC) INCLUDE (status, call_to_action, country, lead_source, lead_type, lead_quality, email_validity, phone_validity, location_id, available_until, expires_at, customer_name, customer_sort, status_sort, quality_sort, value_sort, expiry_sort);
CREATE INDEX lead_search_contact ON public.lead USING gin (organization_id, search_contact gin_trgm_ops);
CREATE INDEX lead_search_open ON public.lead USING gin (organization_id, search_open gin_trgm_ops);
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
  created_at timestamp(3) with time zone not null
);
alter table offer add constraint offer_call_to_action_check CHECK ((call_to_action = ANY (ARRAY['ContactMe'::text, 'GetItNow'::text, 'FreeTrial'::text, 'TestDrive'::text])));
alter table offer add constraint offer_offer_key_check CHECK ((offer_key = lower(offer_key)));
alter table offer add constraint offer_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table offer add constraint offer_organization_id_location_id_fkey FOREIGN KEY (organization_id, location_id) REFERENCES location(organization_id, id);
alter table offer add constraint offer_pkey PRIMARY KEY (organization_id, id);
alter table offer add constraint offer_publisher_id_fkey FOREIGN KEY (publisher_id) REFERENCES publisher(id);
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

create table person (
  id uuid not null,
  email text not null,
  name text not null,
  password_hash text,
  time_zone text,
  locale text,
  disabled_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null
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
  trained_at timestamp(3) with time zone not null
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
  lead_id uuid
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

CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload json, queue text, job_key text, run_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(task, payload, queue_name => queue, job_key => enqueue_job.job_key, run_at => enqueue_job.run_at);
end
$function$
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
    perform enqueue_job(job.task, json_build_object('organizationId', lead_owner, 'leadIds', job.lead_ids), null, null, null);
  end loop;
  return stored;
end
$function$
;
