import type { ContactMark, Evidence } from './contact-checks.ts';
import type {
  ActionLevel,
  CallToAction,
  ContactMarkKind,
  DeclineReason,
  EmailValidity,
  ErrorReason,
  EvidenceCheck,
  emailBases,
  FormSignal,
  ForwardedAfter,
  LeadEventType,
  LeadFilterName,
  LeadOutcome,
  LeadQuality,
  LeadState,
  LeadType,
  LostReason,
  MailKind,
  MailLanguage,
  MailReason,
  MailState,
  NotificationCategory,
  NotificationState,
  PhoneValidity,
  phoneBases,
  Qualification,
  QuarantineState,
  Role,
  SubStage,
} from './enums.ts';

/** The English words a reader sees for each closed list: one place for the app, the public pages and the exports. */
export const words = {
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
  /** What stands at a lead that the customer sent on. */
  forwardedAfter: {
    Declined: 'Sent on by the customer after another partner declined',
    Expired: 'Sent on by the customer after another partner did not answer in time',
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
  emailBasis: { mailbox: 'mailbox exists', domain: 'domain takes mail' } satisfies Record<
    (typeof emailBases)[number],
    string
  >,
  phoneBasis: { reachable: 'reachable', plan: 'number plan' } satisfies Record<
    (typeof phoneBases)[number],
    string
  >,
  evidenceCheck: {
    syntax: 'How the address is written',
    'allow-list': 'Allow list',
    'block-list': 'Block list',
    disposable: 'Throw-away addresses',
    'privacy-relay': 'Privacy relay',
    'mail-server': 'Mail server',
    mailbox: 'Mailbox',
    'catch-all': 'Made-up names',
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
    unknown: 'Not established',
    skipped: 'Not checked',
    hint: 'Hint',
  } satisfies Record<Evidence['result'], string>,
  contactMarkList: { block: 'Block list', allow: 'Allow list' } satisfies Record<ContactMark['list'], string>,
  contactMarkKind: {
    address: 'E-mail address',
    domain: 'Domain',
    phone: 'Phone number',
  } satisfies Record<ContactMarkKind, string>,
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
    'lead.won': 'Won',
    'lead.lost': 'Lost',
    'lead.expired': 'Expired without an answer',
    'lead.closed-as-error': 'Closed as error',
    'lead.withdrawn-by-customer': 'Request withdrawn by the customer',
  } satisfies Record<LeadEventType, string>,
  subStage: {
    qualified: 'Qualified',
    developed: 'Developed',
    proposed: 'Proposed',
    negotiated: 'Negotiated',
  } satisfies Record<SubStage, string>,
  declineReason: {
    OutsideExpertise: 'Not our expertise',
    OutsideServiceArea: 'Outside the area we serve',
    CustomerSizeMismatch: 'Customer is not the size we serve',
    NoCapacity: 'No capacity now',
    BudgetTooLow: 'Budget too low',
    CustomerUnreachable: 'Customer could not be reached',
    CustomerNotInterested: 'Customer is no longer interested',
    Other: 'Another reason',
  } satisfies Record<DeclineReason, string>,
  lostReason: {
    ChoseCompetitor: 'Chose a competitor',
    PriceTooHigh: 'Price too high',
    NoBudget: 'No budget',
    NoDecision: 'No decision was made',
    MissingCapability: 'Something needed was missing',
    ProjectCancelled: 'Project was cancelled',
    CustomerUnreachable: 'Customer could not be reached',
    Other: 'Another reason',
  } satisfies Record<LostReason, string>,
  errorReason: {
    Duplicate: 'Duplicate of another lead',
    WrongCustomer: 'Wrong customer',
    Test: 'Test',
    Other: 'Another reason',
  } satisfies Record<ErrorReason, string>,
  formSignal: {
    'trap-filled': 'A field that people cannot see was filled in',
    'too-quick': 'Sent faster than a person can fill it in',
    'token-forged': 'The form was not made by this installation, or for another page',
    'form-overused': 'The same form was sent many times with different content',
    'proof-wrong': 'The proof of work is wrong',
    'proof-replayed': 'The proof of work was used before',
    'proof-missing': 'No proof of work: sent without JavaScript, or by a program',
    'many-links': 'The text has many links',
    'spam-words': 'Its words are those of confirmed spam',
  } satisfies Record<FormSignal, string>,
  quarantineState: {
    suspected: 'Suspected spam',
    released: 'Released',
    spam: 'Confirmed spam',
  } satisfies Record<QuarantineState, string>,
  actionLevel: { mandatory: 'Needed', recommended: 'Leads to answer' } satisfies Record<ActionLevel, string>,
  notificationState: {
    current: 'Current',
    unread: 'Unread',
    archived: 'Archived',
  } satisfies Record<NotificationState, string>,
  notificationCategory: {
    transactional: 'Leads',
    promotional: 'Announcements',
  } satisfies Record<NotificationCategory, string>,
  mailLanguage: { en: 'English', de: 'German' } satisfies Record<MailLanguage, string>,
  mailState: {
    waiting: 'Waiting to be sent',
    sent: 'Sent',
    failed: 'Not delivered',
    kept: 'Kept here',
  } satisfies Record<MailState, string>,
  mailKind: {
    'new-lead': 'New lead',
    digest: 'Leads of the day',
    'expiring-soon': 'Expiring soon',
    'team-assignment': 'Team assignment',
    'sent-lead': 'News of a sent lead',
    'direct-expired': 'Inquiries that expired',
    customer: 'To the customer',
    invitation: 'Invitation',
    'password-reset': 'New password',
    verification: 'Confirm the address',
  } satisfies Record<MailKind, string>,
  /** Why a mail went to its recipient (NT-4). */
  mailReason: {
    'profile-contact': 'Contact of the profile that the customer found',
    'location-admin': 'Looks after the leads of this location',
    'organization-admin': 'Looks after the leads of the organization',
    'team-added': 'Was put on the lead’s team',
    'lead-sender': 'Sent the lead',
    operator: 'Runs this installation',
    'customer-request': 'Asked a partner to get in touch',
    invited: 'Was invited',
    asked: 'It was asked for on the sign-in page or in the settings',
  } satisfies Record<MailReason, string>,
  role: {
    'account-admin': 'Account admin',
    'profile-admin': 'Business profile admin',
    'referrals-admin': 'Referrals admin',
    'referrals-user': 'Referrals user',
    'operator-admin': 'Operator admin',
    seller: 'Seller',
    marketer: 'Marketer',
  } satisfies Record<Role, string>,
  filter: {
    callToAction: 'Call to action',
    country: 'Country',
    customerName: 'Customer name',
    leadSource: 'Lead source',
    leadType: 'Lead type',
    leadQuality: 'Lead quality',
    status: 'Status',
    emailValidity: 'E-mail validity',
    phoneValidity: 'Phone validity',
  } satisfies Record<LeadFilterName, string>,
} as const;

/** How far apart two clocks are, in words: "3 days", "1 day, 12 hours". Seconds are left out. */
export function wordClockDistance(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(', ');
}
