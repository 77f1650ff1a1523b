-- Offers that partners and the operator manage (OF-1 to OF-6).

alter table offer
  -- What customers read beyond the columns, as last published.
  add column listing jsonb not null default '{}' check (jsonb_typeof(listing) = 'object'),
  -- When it was taken away; null: it is live, or never was.
  add column stopped_at timestamptz(3),
  add column previewed_at timestamptz(3),
  -- A new one with every change.
  add column revision uuid not null default gen_random_uuid(),
  add column changed_at timestamptz(3),
  add column state text not null generated always as (
    case when published_at is not null then 'Live' when stopped_at is not null then 'Stopped'
         when previewed_at is not null then 'Preview' else 'Draft' end) stored,
  add check (published_at is null or stopped_at is null);

-- What is behind an offer and nobody else's to read: what is being written, and how people call it.
create table offer_draft (
  organization_id uuid not null,
  offer_id uuid not null,
  alias text,
  -- null: nothing differs from what was published.
  draft jsonb check (jsonb_typeof(draft) = 'object'),
  -- Of the published version.
  support_contact text,
  -- The unguessable end of the preview's address; null: there is no preview.
  preview_key text unique,
  changed_by text,
  primary key (organization_id, offer_id),
  foreign key (organization_id, offer_id) references offer (organization_id, id) on delete cascade
);
alter table offer_draft enable row level security;
create policy tenant on offer_draft to leadlight_app using (organization_id = current_organization_id());
grant select, insert, update, delete on offer_draft to leadlight_app;

-- Who is told about the leads of the published version, besides the people who look after them (NT-1).
create table offer_contact (
  organization_id uuid not null,
  offer_id uuid not null,
  place smallint not null,
  address text not null,
  primary key (organization_id, offer_id, place),
  foreign key (organization_id, offer_id) references offer (organization_id, id) on delete cascade
);
alter table offer_contact enable row level security;
create policy tenant on offer_contact to leadlight_app using (organization_id = current_organization_id());
grant select, insert, update, delete on offer_contact to leadlight_app;

alter table lead
  -- `src` of the page's address: which advertisement, letter or page the customer came from (OF-6).
  add column source_detail text,
  -- The test leads of a draft stay when it is deleted.
  drop constraint lead_organization_id_offer_id_fkey,
  add constraint lead_organization_id_offer_id_fkey foreign key (organization_id, offer_id)
    references offer (organization_id, id) on delete set null (offer_id);
