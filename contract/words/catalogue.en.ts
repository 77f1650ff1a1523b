import type { Role } from '../identity/lists.ts';
import type { FormSignal, QuarantineState } from '../intake/lists.ts';
import type { ContactMark, Evidence } from '../leads/contact-checks.ts';
import type { FlagName, LeadFilterName } from '../leads/lead-filters.ts';
import type {
  ActivityKind,
  ActivityOutcome,
  CallToAction,
  ContactMarkKind,
  DealStage,
  DeclineReason,
  EmailValidity,
  ErrorReason,
  EvidenceCheck,
  emailBases,
  ForwardedAfter,
  LeadEventType,
  LeadOutcome,
  LeadQuality,
  LeadState,
  LeadType,
  LostReason,
  MendedField,
  PhoneValidity,
  phoneBases,
  Qualification,
  SubStage,
} from '../leads/lists.ts';
import type { CustomerUntoldReason, MailKind, MailReason, MailState, UntoldReason } from '../mail/lists.ts';
import type {
  ActionLevel,
  ActionUrgency,
  NotificationCategory,
  NotificationState,
} from '../messages/lists.ts';
import type { ReroutingStanding } from '../partners/lists.ts';

const subStageWords = {
  qualified: 'Qualified',
  developed: 'Developed',
  proposed: 'Proposed',
  negotiated: 'Negotiated',
} satisfies Record<SubStage, string>;

/** The words a reader sees for each closed list; `contract/words.ts` adds those of fields and roles. */
export const english = {
  callToAction: {
    ContactMe: 'Contact me',
    GetItNow: 'Get it now',
    FreeTrial: 'Free trial',
    TestDrive: 'Test drive',
  } satisfies Record<CallToAction, string>,
  leadType: { Profile: 'Profile', Offer: 'Offer' } satisfies Record<LeadType, string>,
  qualification: {
    Direct: 'Customer inquiry',
    MarketingQualified: 'Marketing qualified',
    SalesQualified: 'Sales qualified',
  } satisfies Record<Qualification, string>,
  status: {
    Received: 'Received',
    Accepted: 'Accepted',
    Won: 'Won',
    Lost: 'Lost',
    Declined: 'Declined',
    Expired: 'Expired',
    ClosedAsError: 'Closed as error',
  } satisfies Record<LeadState, string> & Record<LeadOutcome, string>,
  /** The notice on a lead that the customer sent on. */
  forwardedAfter: {
    Declined: 'Sent on by the customer after another partner declined',
    Expired: 'Sent on by the customer after another partner didn’t answer in time',
    ClosedAsError: 'Sent on by the customer after another partner closed the request',
  } satisfies Record<ForwardedAfter, string>,
  leadQuality: { High: 'High', Medium: 'Medium', Low: 'Low' } satisfies Record<LeadQuality, string>,
  emailValidity: { Valid: 'Valid', Invalid: 'Invalid', Spam: 'Spam', Unknown: 'Unknown' } satisfies Record<
    EmailValidity,
    string
  >,
  phoneValidity: { Valid: 'Valid', Invalid: 'Invalid', Unknown: 'Unknown' } satisfies Record<
    PhoneValidity,
    string
  >,
  /** In place of a validity while the first check is waiting or running. */
  checking: 'Checking…',
  /** Beside Valid: which of the two was established (CV-2). */
  emailBasis: { mailbox: 'mailbox exists', domain: 'domain accepts mail' } satisfies Record<
    (typeof emailBases)[number],
    string
  >,
  phoneBasis: { reachable: 'reachable', plan: 'fits the numbering plan' } satisfies Record<
    (typeof phoneBases)[number],
    string
  >,
  /** For Valid where there is little room: what is so in any case. */
  validBriefly: { email: 'Valid domain', phone: 'Fits the plan' },
  evidenceCheck: {
    syntax: 'Address format',
    'allow-list': 'Allow list',
    'block-list': 'Block list',
    disposable: 'Disposable addresses',
    'privacy-relay': 'Privacy relay',
    'mail-server': 'Mail server',
    mailbox: 'Mailbox',
    'catch-all': 'Catch-all check',
    provider: 'Verification service',
    spelling: 'Spelling',
    'role-address': 'Shared address',
    'number-plan': 'Numbering plan',
    'fictional-number': 'Made-up number',
    reachability: 'Reachability',
  } satisfies Record<EvidenceCheck, string>,
  evidenceResult: {
    passed: 'Passed',
    failed: 'Failed',
    unknown: 'Inconclusive',
    skipped: 'Not checked',
    hint: 'Hint',
  } satisfies Record<Evidence['result'], string>,
  contactMarkList: { block: 'Block list', allow: 'Allow list' } satisfies Record<ContactMark['list'], string>,
  contactMarkKind: { domain: 'Domain' } satisfies Partial<Record<ContactMarkKind, string>>,
  /** What happened to a lead, in one or two words. */
  leadEvent: {
    'lead.received': 'Received',
    'lead.routed': 'Routed',
    'lead.repeat-linked': 'Linked to an earlier lead of this customer',
    'lead.contact-checked': 'Contact checked',
    'lead.reported-as-spam': 'Reported as spam',
    'lead.spam-report-withdrawn': 'Spam report withdrawn',
    'lead.duplicate-linked': 'Linked to a duplicate',
    'lead.duplicate-unlinked': 'Link to a duplicate removed',
    'lead.accepted': 'Accepted',
    'lead.declined': 'Declined',
    'lead.edited': 'Changed',
    'lead.assigned': 'Assigned',
    'lead.won': 'Won',
    'lead.lost': 'Lost',
    'lead.expired': 'Expired without an answer',
    'lead.closed-as-error': 'Closed as error',
    'lead.withdrawn-by-customer': 'Request withdrawn by the customer',
    'lead.activity-added': 'Activity added',
    'lead.activity-edited': 'Activity changed',
    'lead.activity-deleted': 'Activity deleted',
    'lead.activity-restored': 'Activity restored',
    'lead.next-step-set': 'Next step changed',
    'lead.next-step-done': 'Next step done',
  } satisfies Record<LeadEventType, string>,
  activityKind: {
    note: 'Note',
    call: 'Call',
    email: 'Email',
    meeting: 'Meeting',
  } satisfies Record<ActivityKind, string>,
  activityOutcome: {
    reached: 'Reached',
    'left-message': 'Left a message',
    'no-answer': 'No answer',
    'wrong-number': 'Wrong number',
    sent: 'Sent',
    answered: 'Answered',
    bounced: 'Bounced',
    held: 'Took place',
    postponed: 'Postponed',
    canceled: 'Canceled',
    'no-show': 'Customer didn’t come',
  } satisfies Record<ActivityOutcome, string>,
  subStage: subStageWords,
  stage: { accepted: 'Accepted', ...subStageWords } satisfies Record<DealStage, string>,
  declineReason: {
    OutsideExpertise: 'Not our expertise',
    OutsideServiceArea: 'Outside the area we serve',
    CustomerSizeMismatch: 'Customer isn’t the size we serve',
    NoCapacity: 'No capacity now',
    BudgetTooLow: 'Budget too low',
    CustomerUnreachable: 'Customer couldn’t be reached',
    CustomerNotInterested: 'Customer is no longer interested',
    Other: 'Another reason',
  } satisfies Record<DeclineReason, string>,
  lostReason: {
    ChoseCompetitor: 'Chose a competitor',
    PriceTooHigh: 'Price too high',
    NoBudget: 'No budget',
    NoDecision: 'No decision was made',
    MissingCapability: 'Needed something we don’t offer',
    ProjectCancelled: 'Project was canceled',
    CustomerUnreachable: 'Customer couldn’t be reached',
    Other: 'Another reason',
  } satisfies Record<LostReason, string>,
  errorReason: {
    Duplicate: 'Duplicate of another lead',
    WrongCustomer: 'Wrong customer',
    Test: 'Test',
    Other: 'Another reason',
  } satisfies Record<ErrorReason, string>,
  mendedField: {
    actionCode: 'Action code',
    offerTitle: 'Offer title',
    payload: 'The whole request',
  } satisfies Partial<Record<MendedField, string>>,
  formSignal: {
    'trap-filled': 'A field that people can’t see was filled in',
    'too-quick': 'Sent faster than a person can fill it in',
    'token-forged': 'The form was made for another page, or not by this installation',
    'form-overused': 'The same form was sent many times with different content',
    'proof-wrong': 'The proof of work is wrong',
    'proof-replayed': 'The proof of work was used before',
    'proof-missing': 'No proof of work: sent without JavaScript, or by a program',
    'many-links': 'The text has many links',
    'spam-words': 'Worded like spam',
  } satisfies Record<FormSignal, string>,
  quarantineState: {
    suspected: 'Suspected spam',
    released: 'Released',
    spam: 'Confirmed spam',
  } satisfies Record<QuarantineState, string>,
  actionLevel: { mandatory: 'Required', recommended: 'Leads to answer' } satisfies Record<
    ActionLevel,
    string
  >,
  actionUrgency: { now: 'Due within a day', soon: 'Due within three days', later: 'Later' } satisfies Record<
    ActionUrgency,
    string
  >,
  notificationState: {
    current: 'Current',
    unread: 'Unread',
    archived: 'Archived',
  } satisfies Record<NotificationState, string>,
  notificationCategory: {
    transactional: 'Leads',
    promotional: 'Announcements',
  } satisfies Record<NotificationCategory, string>,
  mailState: {
    waiting: 'Waiting to be sent',
    sent: 'Sent',
    failed: 'Not delivered',
    kept: 'Not sent (no mail server)',
    dropped: 'Not sent: no longer needed',
  } satisfies Record<MailState, string>,
  mailKind: {
    'new-lead': 'New lead',
    digest: 'Leads of the day',
    'expiring-soon': 'Expiring soon',
    'team-assignment': 'Team assignment',
    assignment: 'Leads assigned',
    unanswered: 'Leads not answered',
    mention: 'Mention',
    'sent-lead': 'News about a sent lead',
    'direct-expired': 'Expired inquiries',
    customer: 'To the customer',
    invitation: 'Invitation',
    'password-reset': 'New password',
    verification: 'Email address to confirm',
    unattended: 'Leads without anyone responsible',
    'address-changed': 'Email address changed',
  } satisfies Record<MailKind, string>,
  /** Why an email went to its recipient (NT-4). */
  mailReason: {
    'profile-contact': 'Contact of the profile that the customer found',
    'location-admin': 'Responsible for leads at this location',
    'organization-admin': 'Responsible for leads in the organization',
    'view-follower': 'Follows a view that shows the lead',
    'team-added': 'Added to the lead’s team',
    assigned: 'Became the lead’s owner',
    mentioned: 'Was mentioned in an activity',
    'lead-sender': 'Sent the lead',
    operator: 'Runs this installation',
    'customer-request': 'Asked a partner to get in touch',
    invited: 'Was invited',
    asked: 'Requested on the sign-in page or in the settings',
    'account-admin': 'Account admin; no one else responsible can be reached',
    'sender-left': 'In place of the sender, who no longer works there',
    'address-replaced': 'Was the email address of the account',
  } satisfies Record<MailReason, string>,
  /** Why someone is not emailed after all; what follows "Not emailed: ". */
  untold: {
    'switched-off': 'they turned these emails off',
    'daily-limit':
      'they had already received the most emails they get in a day. The lead is in their Action center',
    'answered-before': 'the lead had already been answered',
    'expired-before': 'the lead had already expired',
    'lead-gone': 'the lead no longer exists here',
    'nobody-responsible': 'no one is responsible for the lead. Make someone a Referrals admin',
    'not-responsible': 'they are no longer responsible for the lead',
    'left-organization': 'they no longer work here. The people responsible now were told instead',
    'account-disabled': 'their account is disabled. The people responsible now were told instead',
    'address-refused': 'email to their address bounces. Others who are responsible were told',
    'off-team': 'they are no longer on the lead’s team',
    'not-owner': 'they are no longer the lead’s owner',
    'not-mentioned': 'the activity was deleted, or no longer mentions them',
    'out-of-scope': 'their role doesn’t cover this lead',
    'sent-by-program': 'the lead was sent by a program, so there’s no one to tell',
    'link-over': 'the link in the email no longer works',
  } satisfies Record<UntoldReason, string>,
  /** Why a customer is not told how their request went; what follows "Not told: ". */
  customerUntold: {
    'sent-by-seller': 'a seller or marketer sent the lead and is told instead',
    'came-by-program': 'the lead came from a program, not from the customer',
    'test-lead': 'it’s a test',
    'no-consent': 'the customer didn’t agree to be contacted',
    'no-address': 'the customer gave no email address',
    'unreadable-address': 'the email address can’t be read',
    'invalid-address': 'the email address is invalid',
    'spam-address': 'the email address is known for spam',
    'no-operator': 'there’s no operator here to offer other partners',
    'told-often': 'this address already got three of these emails within a day',
    'request-withdrawn': 'the customer withdrew the request',
    'request-went-on': 'the customer has already sent the request to another partner',
    'not-over': 'the lead’s status has changed since',
    undelivered: 'the email couldn’t be delivered',
    'no-mail-server': 'no mail server is set up',
  } satisfies Record<CustomerUntoldReason, string>,
  /** Why the operator cannot send a lead of a partner to another one. */
  rerouting: {
    'not-expired': 'Only a lead that expired without an answer can be sent to another partner.',
    'customer-decides':
      'The customer agreed to be contacted by this partner and no one else. Only the customer can choose another partner.',
    'no-consent': 'The customer didn’t agree to be contacted, so no one else gets this lead.',
    rerouted: 'This lead was already sent to another partner.',
  } satisfies Record<Exclude<ReroutingStanding, 'possible'>, string>,
  /** What a role is for, in one sentence, where it is chosen (ID-1). */
  roleExplained: {
    'account-admin': 'Manages people, their roles, API tokens and the access log. Doesn’t see leads.',
    'profile-admin': 'Manages the business profiles that customers find. Doesn’t see leads.',
    'referrals-admin': 'Sees, answers and exports all leads, and is emailed about new ones.',
    'referrals-user': 'Sees and works on leads only where they’re the owner or on the team.',
    'operator-admin': 'Runs this installation: routing, quarantine, spam lists, announcements and people.',
    seller: 'Sends sales-qualified leads to partners and follows their progress.',
    marketer: 'Sends marketing-qualified leads to partners and follows their progress.',
  } satisfies Record<Role, string>,
  /** In place of an owner, where there is none. */
  nobody: 'Nobody',
  filter: {
    customerName: 'Customer name',
    leadType: 'Lead type',
    expiresWithinHours: 'Expires within',
    withoutAnswer: 'Waiting for an answer',
    hot: 'Hot leads',
    dealValue: 'Deal value',
    closed: 'Closed on',
    campaign: 'Campaign',
    test: 'Test leads',
  } satisfies Partial<Record<LeadFilterName, string>>,
  /** The two ways to set a filter by yes or no. */
  flag: {
    withoutAnswer: { true: 'Waiting for an answer', false: 'Not waiting for an answer' },
    hot: { true: 'Only hot leads', false: 'Without hot leads' },
    test: { true: 'Only test leads', false: 'Without test leads' },
  } satisfies Record<FlagName, Record<'true' | 'false', string>>,
} as const;
