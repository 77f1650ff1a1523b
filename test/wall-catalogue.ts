/**
 * Everything that is protected by, or reaches through, the wall between organizations, each with its reason (decision
 * 023). A table or a function that reads as the owner and is not listed here fails the test of the second wall.
 */

/** What keeps the rows of a table apart. */
export type Wall =
  /** By organization: rows of others than the transaction's are invisible. */
  | 'organization'
  /** By person: one's own, or also what colleagues may know of each other. */
  | 'person'
  /** Not at all, with the reason why that is right. */
  | { readonly none: string };

export const tables: Readonly<Record<string, Wall>> = {
  access_log: 'organization',
  account_link: 'organization',
  absence: 'organization',
  action_center_seen: 'organization',
  api_token: 'organization',
  bulk_action: 'organization',
  bulk_action_lead: 'organization',
  business_profile: 'organization',
  calendar_feed: 'organization',
  catch_all_domain: { none: 'how mail servers of the internet behave; nothing of anybody' },
  colleague: 'organization',
  contact_check: 'organization',
  contact_mark: 'organization',
  contact_sharing: 'organization',
  currency_rate: { none: 'reference rates of currencies; read only' },
  customer_request: 'organization',
  customer_request_forward: 'organization',
  database_function: {
    none: 'which text each function was made from; no privilege for the application at all',
  },
  desk: 'person',
  directory_change: 'organization',
  duplicate_decision: 'organization',
  form_secret: { none: 'what public forms are signed with: the installation’s, read only' },
  form_use: 'organization',
  former_address: 'organization',
  installation: { none: 'settings of the installation, read only' },
  intake_endpoint: 'organization',
  intake_receipt: 'organization',
  job_worker: { none: 'which workers live; no privilege for the application at all' },
  lead: 'organization',
  lead_activity: 'organization',
  lead_event: 'organization',
  lead_export: 'organization',
  lead_favorite: 'organization',
  lead_import: 'organization',
  lead_import_mapping: 'organization',
  lead_import_row: 'organization',
  lead_presence: 'organization',
  lead_lookup: 'organization',
  lead_lookup_task: 'organization',
  lead_notice: 'organization',
  lead_rating: 'organization',
  lead_rerouting: 'organization',
  lead_team_member: 'organization',
  lead_to_share: 'organization',
  lead_escalation: 'organization',
  link_secret: { none: 'what mailed links are signed with: the installation’s, read only' },
  location: 'organization',
  mail: 'organization',
  mail_claim: 'organization',
  mail_preference: 'person',
  quiet_hours: 'person',
  membership: 'organization',
  notice_day: 'organization',
  notification: 'organization',
  offer: 'organization',
  offer_contact: 'organization',
  offer_draft: 'organization',
  offer_storefront: 'organization',
  organization: { none: 'names of organizations, which senders choose from; read only' },
  page_address: 'organization',
  password_reset_request: { none: 'counted before anybody is known: hashed accounts and networks' },
  person: 'person',
  profile_contact: 'organization',
  profile_draft_field: 'organization',
  profile_editor: 'organization',
  profile_location: 'organization',
  profile_logo: 'organization',
  profile_logo_picture: 'organization',
  reply_template: 'organization',
  request_receipt: 'organization',
  publisher: { none: 'whose publisher id it is, is public; read only' },
  quarantine_word: 'organization',
  rating_model: 'organization',
  saved_view: 'organization',
  saved_view_follower: 'organization',
  saved_view_layer: 'person',
  session: 'person',
  sign_in_failure: { none: 'counted before anybody is known: hashed accounts and networks' },
  sharing_rule: 'organization',
  sharing_rule_person: 'organization',
  sharing_rules: 'organization',
  spam_report: 'organization',
  stored_file: 'organization',
  stored_file_part: 'organization',
  storefront: { none: 'the list of storefronts; read only' },
  suspected_submission: 'organization',
  vocabulary: { none: 'names of lists of the installation; read only' },
  vocabulary_value: { none: 'values that people choose from, of the installation; read only' },
  working_calendar: 'organization',
};

/** Columns that the application writes and cannot read: hashes of secrets. */
export const unreadable: Readonly<Record<string, readonly string[]>> = {
  api_token: ['token_hash'],
  calendar_feed: ['token_hash'],
  intake_endpoint: ['key_hash'],
  person: ['password_hash'],
  session: ['token_hash'],
};

/**
 * Functions that read as the owner of the tables, past row-level security: who may call them, and why they are not a
 * hole.
 */
export const ownerFunctions: Readonly<
  Record<string, { readonly for: 'application' | 'worker' | 'nobody'; readonly because: string }>
> = {
  // before authentication: one row, found by what cannot be guessed or is named exactly
  find_account: { for: 'application', because: 'one account, by its exact address, to sign in' },
  find_account_link: {
    for: 'application',
    because: 'one link, by its exact id, whose signature was checked',
  },
  find_api_token: { for: 'application', because: 'one token, by its exact hash' },
  find_calendar_feed: { for: 'application', because: 'one link, by its exact hash' },
  find_intake_endpoint: { for: 'application', because: 'one endpoint, by its exact hash' },
  find_offer_for_intake: { for: 'application', because: 'one offer, by its exact name, which is public' },
  find_offer_preview: {
    for: 'application',
    because: 'one offer, by the exact key that its address ends with',
  },
  find_session: { for: 'application', because: 'one session, by its exact hash' },
  is_invited: { for: 'application', because: 'whether an invitation waits, by the exact address' },
  make_account: { for: 'application', because: 'adds an account and changes none' },
  // for the transaction's person or organization: they compare it themselves
  replace_password: { for: 'application', because: 'the transaction’s person only' },
  claim_publisher: {
    for: 'application',
    because: 'gives the transaction’s organization a free id, and takes none',
  },
  list_offers: {
    for: 'application',
    because:
      'the transaction’s organization’s; those of partners only for the operator, who manages them too',
  },
  find_waiting_verification: { for: 'application', because: 'the transaction’s person only' },
  replace_account_links: { for: 'application', because: 'the transaction’s person only' },
  end_calendar_feeds: { for: 'application', because: 'the transaction’s person only' },
  find_limiting_link: { for: 'application', because: 'the transaction’s person only: a moment' },
  search_leads: { for: 'application', because: 'the transaction’s organization only: ids' },
  find_duplicate_candidates: { for: 'application', because: 'the transaction’s organization only: ids' },
  list_sent_leads: {
    for: 'application',
    because: 'what the transaction’s organization sent, as a sender may know it',
  },
  count_sent_leads: { for: 'application', because: 'how many of these, by state' },
  find_sent_lead: { for: 'application', because: 'one of these, by its exact id' },
  list_mail_states_elsewhere: {
    for: 'application',
    because: 'states of mails about the transaction’s organization’s leads, without address or text',
  },
  find_rating_models: { for: 'application', because: 'the transaction’s organization’s, and the pooled one' },
  change_policy: { for: 'application', because: 'refuses whoever is not the operator' },
  save_vocabulary: { for: 'application', because: 'refuses whoever is not the operator' },
  publish_announcement: { for: 'application', because: 'refuses whoever is not the operator' },
  list_announcements: { for: 'application', because: 'refuses whoever is not the operator' },
  withdraw_announcement: { for: 'application', because: 'refuses whoever is not the operator' },
  list_partner_leads: {
    for: 'application',
    because:
      'refuses whoever is not the operator, who may know where its partners’ leads stand: no contact, nothing of the deal',
  },
  find_profile_contact: {
    for: 'application',
    because: 'one contact, by its exact id, whose signature was checked',
  },
  find_partner_lead_contact: {
    for: 'application',
    because:
      'refuses whoever is not the operator: one contact, where its partner shares contacts or the operator’s people sent the lead',
  },
  list_partner_lead_events: {
    for: 'application',
    because: 'refuses whoever is not the operator: what moved one lead on, without notes and names of people',
  },
  mark_returned_mails: { for: 'application', because: 'refuses whoever is not the operator' },
  // across all organizations, without returning anyone's row
  find_contact_marks: {
    for: 'application',
    because: 'the operator’s lists, by exact values: what everybody’s leads are checked against',
  },
  settle_spam_reports: {
    for: 'application',
    because: 'counts reports of an exact address and writes the operator’s mark',
  },
  list_answer_rates: { for: 'application', because: 'two numbers for each partner' },
  lead_events_since: {
    for: 'application',
    because: 'ids of leads that changed; each listener’s own predicate decides',
  },
  notifications_since: { for: 'application', because: 'ids of people who were told something' },
  enqueue_job: {
    for: 'application',
    because: 'puts an order for the worker in the queue, and reads nothing',
  },
  applied_migrations: { for: 'application', because: 'names of migrations' },
  applied_functions: { for: 'application', because: 'names of functions, and hashes of their texts' },
  // across all organizations: for the worker only
  claim_expired_leads: { for: 'worker', because: 'which leads expired, of all organizations' },
  list_organizations_with_expired: { for: 'worker', because: 'whose leads expired' },
  list_organizations_to_remind: { for: 'worker', because: 'whose leads end soon' },
  list_organizations_that_escalate: { for: 'worker', because: 'where somebody is told when nobody answers' },
  list_organizations_with_leads_to_share: { for: 'worker', because: 'whose leads wait for somebody' },
  list_working_calendars: { for: 'worker', because: 'when organizations work, for reminders' },
  forget_activities: { for: 'worker', because: 'erases what was deleted a day ago, and returns how many' },
  forget_bulk_actions: { for: 'worker', because: 'deletes what ended a month ago, and returns how many' },
  forget_unreached_leads: { for: 'worker', because: 'deletes what was never done, and returns how many' },
  forget_request_receipts: { for: 'worker', because: 'deletes what came a month ago, and returns how many' },
  forget_lead_exports: { for: 'worker', because: 'deletes exports whose time is over, and returns how many' },
  forget_import_rows: {
    for: 'worker',
    because: 'deletes rows of files that were brought long ago, and returns how many',
  },
  forget_imports: { for: 'worker', because: 'deletes what was brought long ago, and returns how many' },
  forget_stored_files: { for: 'worker', because: 'deletes files whose time is over, and returns how many' },
  forget_lead_presence: {
    for: 'worker',
    because: 'deletes what was over by that moment, and returns how many',
  },
  find_due_digests: { for: 'worker', because: 'whose digest is due' },
  claim_due_mails: { for: 'worker', because: 'ids of mails that are due, for who sends them' },
  write_expired_leads: { for: 'worker', because: 'leads of all organizations end at the same moment' },
  release_kept_mails: { for: 'worker', because: 'lets go of mails that were kept' },
  find_quiet_hours: { for: 'worker', because: 'when one person wants no emails about single leads' },
  list_switched_off: { for: 'worker', because: 'which of these people want no mail of a category' },
  mark_address_refused: { for: 'worker', because: 'a mail server refused a person’s address' },
  count_rating_outcomes: { for: 'worker', because: 'how many leads there are to learn from' },
  list_rating_examples: { for: 'worker', because: 'leads to learn from, without names' },
  prepare_lead_lookup: {
    for: 'worker',
    because: 'writes what search looks at, of leads that were there before',
  },
  list_marked_leads: { for: 'worker', because: 'ids of leads that a mark is about' },
  list_leads_beyond_ascii: { for: 'worker', because: 'ids of leads to check again' },
  // called by the database itself
  keep_former_address: { for: 'nobody', because: 'what the two triggers below write' },
  note_departure: { for: 'nobody', because: 'the trigger that remembers the address of who left' },
  withdraw_exports: {
    for: 'nobody',
    because: 'the trigger that removes exports of those whose roles changed',
  },
  forget_export_news: { for: 'nobody', because: 'the trigger that removes news about deleted exports' },
  note_address_change: { for: 'nobody', because: 'the trigger that remembers an address that was changed' },
  keep_lead_lookup: { for: 'nobody', because: 'the trigger that keeps what search looks at' },
  keep_lead_lookup_of_new: { for: 'nobody', because: 'the same for new leads' },
  enqueue_lead_lookup: { for: 'nobody', because: 'what the trigger of rates calls' },
  rates_changed: { for: 'nobody', because: 'the trigger that orders values to be compared again' },
  keep_colleague: { for: 'nobody', because: 'the trigger that remembers whom an organization knew' },
};
