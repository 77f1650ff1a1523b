/**
 * The closed lists of the lead desk, as on the wire and in the database.
 * No imports: the browser bundle uses these without the validation library.
 */

/** Each lead is in one of these tabs. */
export const storedTabs = ['marketplace', 'qualified'] as const;
/** The tabs of the list; a favorite is also in one of the others. */
export const leadTabs = [...storedTabs, 'favorites'] as const;
export type LeadTab = (typeof leadTabs)[number];

export const leadTypes = ['Profile', 'Offer'] as const;
export type LeadType = (typeof leadTypes)[number];

export const qualifications = ['Direct', 'MarketingQualified', 'SalesQualified'] as const;
export type Qualification = (typeof qualifications)[number];

export const callsToAction = ['ContactMe', 'GetItNow', 'FreeTrial', 'TestDrive'] as const;
export type CallToAction = (typeof callsToAction)[number];

/** The status of an actionable lead (LC-1). Informational leads have none. */
export const leadStatuses = ['Received', 'Accepted', 'Archived'] as const;
export type LeadStatus = (typeof leadStatuses)[number];

/** The one outcome of an archived lead (LC-1, LC-7). */
export const leadOutcomes = ['Won', 'Lost', 'Declined', 'Expired', 'ClosedAsError'] as const;
export type LeadOutcome = (typeof leadOutcomes)[number];

/** What the status filter offers and the database stores: the open statuses and the outcomes. */
export const leadStates = ['Received', 'Accepted', ...leadOutcomes] as const;
export type LeadState = (typeof leadStates)[number];

export const leadQualities = ['High', 'Medium', 'Low'] as const;
export type LeadQuality = (typeof leadQualities)[number];

export const emailValidities = ['Valid', 'Invalid', 'Spam', 'Unknown'] as const;
export type EmailValidity = (typeof emailValidities)[number];

export const phoneValidities = ['Valid', 'Invalid', 'Unknown'] as const;
export type PhoneValidity = (typeof phoneValidities)[number];

export const subStages = ['qualified', 'developed', 'proposed', 'negotiated'] as const;
export type SubStage = (typeof subStages)[number];

/** How far a deal has come: the furthest sub-stage that is ticked (LC-6). */
export const dealStages = ['accepted', ...subStages] as const;
export type DealStage = (typeof dealStages)[number];

/** Where a deal stands: at a stage, or closed. */
export const dealColumns = [...dealStages, 'won', 'lost'] as const;
export type DealColumn = (typeof dealColumns)[number];

/** What deals can be sorted by. */
export const dealSorts = ['estimatedPurchaseDate', 'value', 'stage', 'updatedAt', 'name', 'owner'] as const;
export type DealSort = (typeof dealSorts)[number];

/** How long closed deals stay among the deals, in days. */
export const closedDealDays = 30;

export const declineReasons = [
  'OutsideExpertise',
  'OutsideServiceArea',
  'CustomerSizeMismatch',
  'NoCapacity',
  'BudgetTooLow',
  'CustomerUnreachable',
  'CustomerNotInterested',
  'NotGenuineCustomer',
  'SpamOrAbuse',
  'Other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const lostReasons = [
  'ChoseCompetitor',
  'PriceTooHigh',
  'NoBudget',
  'NoDecision',
  'MissingCapability',
  'ProjectCancelled',
  'CustomerUnreachable',
  'TimelineTooShort',
  'Other',
] as const;
export type LostReason = (typeof lostReasons)[number];

export const errorReasons = ['Duplicate', 'WrongCustomer', 'Test', 'Other'] as const;
export type ErrorReason = (typeof errorReasons)[number];

/** Actions on a lead; the server sends the ones allowed now with every lead (ID-4). */
export const leadActions = [
  'accept',
  'decline',
  'edit',
  'close-outcome',
  'close-as-error',
  'assign',
  'favorite',
  'route',
] as const;
export type LeadAction = (typeof leadActions)[number];

/** How a rule chooses who gets the next lead (WT-1). */
export const sharingMethods = ['in-turn', 'fewest-open'] as const;
export type SharingMethod = (typeof sharingMethods)[number];

/** Why a rule could not give a lead to anybody (WT-1). */
export const sharingHindrances = ['full', 'away', 'nobody'] as const;
export type SharingHindrance = (typeof sharingHindrances)[number];

/** The most rules of an organization, and the most people of one of them. */
export const [mostSharingRules, mostSharingPeople] = [50, 100];
/** The most working hours after which somebody is told that nobody answered. */
export const mostEscalationHours = 200;

/** The most leads a week that a rule may be told to give to a person. */
export const mostPerWeek = 1000;

/** Why a lead's contact details are not shown (LC-4, IN-6). */
export const contactWithheldReasons = ['Expired', 'NoConsent'] as const;
export type ContactWithheldReason = (typeof contactWithheldReasons)[number];

/** Where a search term was found (WS-5). */
export const searchPlaces = [
  'customer',
  'contact',
  'email',
  'phone',
  'deal',
  'notes',
  'offer',
  'id',
] as const;
export type SearchPlace = (typeof searchPlaces)[number];

export const leadEventTypes = [
  'lead.received',
  'lead.routed',
  'lead.repeat-linked',
  'lead.contact-checked',
  'lead.reported-as-spam',
  'lead.spam-report-withdrawn',
  'lead.duplicate-linked',
  'lead.duplicate-unlinked',
  'lead.accepted',
  'lead.declined',
  'lead.edited',
  'lead.assigned',
  'lead.won',
  'lead.lost',
  'lead.expired',
  'lead.closed-as-error',
  'lead.withdrawn-by-customer',
  'lead.activity-added',
  'lead.activity-edited',
  'lead.activity-deleted',
  'lead.activity-restored',
  'lead.next-step-set',
  'lead.next-step-done',
] as const;
export type LeadEventType = (typeof leadEventTypes)[number];

/** What may have been mended in a lead that a marketplace sent (IN-4). */
export const mendedFields = [
  'firstName',
  'lastName',
  'title',
  'email',
  'phone',
  'customerName',
  'country',
  'leadSource',
  'actionCode',
  'offerTitle',
  'message',
  'consent',
  'payload',
] as const;
export type MendedField = (typeof mendedFields)[number];

/** How an odd value from a marketplace was kept instead of losing the lead (IN-4). */
export const mendings = [
  'cut',
  'signs-replaced',
  'turned-into-text',
  'not-understood',
  'contradicted',
  'encoding-guessed',
] as const;
export type Mending = (typeof mendings)[number];

/** What another partner had done before the customer sent a request on (LC-3, LC-4). */
export const forwardedAfter = [
  'Declined',
  'Expired',
  'ClosedAsError',
] as const satisfies readonly LeadOutcome[];

export type ForwardedAfter = (typeof forwardedAfter)[number];

/** What can be checked about an email address or a phone number (CV-3). */
export const evidenceChecks = [
  'syntax',
  'allow-list',
  'block-list',
  'disposable',
  'privacy-relay',
  'mail-server',
  'mailbox',
  'catch-all',
  'provider',
  'spelling',
  'role-address',
  'number-plan',
  'fictional-number',
  'reachability',
] as const;

/**
 * The result of a check: `passed` and `failed` are findings, `unknown` means it was inconclusive, `skipped` that it was
 * not made; a `hint` is worth reading and never decides.
 */
export const evidenceResults = ['passed', 'failed', 'unknown', 'skipped', 'hint'] as const;
export type EvidenceCheck = (typeof evidenceChecks)[number];

/** Shown with Valid: a mailbox that answered, or a domain that accepts mail (CV-1). */
export const emailBases = ['mailbox', 'domain'] as const;

/** Shown with Valid: a number that is reachable, or one that fits the numbering plan (CV-2). */
export const phoneBases = ['reachable', 'plan'] as const;

/** Actions on the checks of a lead. */
export const contactCheckActions = ['recheck', 'report-spam', 'withdraw-spam-report'] as const;
export type ContactCheckAction = (typeof contactCheckActions)[number];

/** The operator's lists of addresses, domains and numbers (CV-6). */
export const contactMarkLists = ['block', 'allow'] as const;

export const contactMarkKinds = ['address', 'domain', 'phone'] as const;
export type ContactMarkKind = (typeof contactMarkKinds)[number];

export const contactMarkSources = ['operator', 'reports'] as const;

/**
 * What a rating is based on: the organization's own outcomes, those of all organizations together, or documented
 * assumptions (LQ-2).
 */
export const ratingBases = ['organization', 'pooled', 'prior'] as const;
export type RatingBasis = (typeof ratingBases)[number];

/** How the desk is laid out: a table, or the list with the lead next to it (WS-2). */
export const deskLayouts = ['grid', 'classic'] as const;
export type DeskLayout = (typeof deskLayouts)[number];

/** How tall the rows of the table are. */
export const deskDensities = ['comfortable', 'compact'] as const;
export type DeskDensity = (typeof deskDensities)[number];

/** The page sizes of the list (WS-4). */
export const pageSizes = [25, 50, 100, 200] as const;
export type PageSize = (typeof pageSizes)[number];

/** How narrow and wide something may be, in rem. */
export interface WidthRange {
  readonly least: number;
  readonly most: number;
}
/** How narrow and wide a column may be, in rem. */
export const columnWidths = { least: 4, most: 40 } as const satisfies WidthRange;
/** How narrow and wide the list next to an open lead may be, in rem. */
export const listWidths = { least: 16, most: 40 } as const satisfies WidthRange;
/** How many views one person may keep. */
export const maxOwnViews = 100;
/** How many views an organization may share. */
export const maxSharedViews = 200;
/** How many views one person may follow. */
export const maxFollowedViews = 20;
/** The most that a view may hold, as JSON in UTF-8. */
export const maxViewBytes = 16_384;
/** What a shared view does not hold: it may name people to colleagues who cannot see them (ID-3, DP-2). */
export const unsharedParameters = ['search', 'customerName'] as const;

/** What can be done to many leads at once (WS-6). */
export const bulkActions = [
  'accept',
  'decline',
  'assign',
  'favorite',
  'unfavorite',
  'report-spam',
  'close-as-error',
] as const;
export type BulkActionName = (typeof bulkActions)[number];

/** The most leads that a bulk action names one by one; more are named by the query that finds them. */
export const mostNamedLeads = 5000;

/**
 * `waiting` and `running` go on by themselves; `done`, `cancelled` and `failed` are over. What was done stays done in
 * all of them.
 */
export const bulkStates = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const;
export type BulkState = (typeof bulkStates)[number];

/** Why a bulk action left a lead alone. */
export const bulkRefusals = [
  'not-found',
  'not-allowed',
  'not-possible',
  'changed',
  'person-left',
  'no-owner',
  'out-of-sight',
  'nothing-to-report',
] as const;
export type BulkRefusal = (typeof bulkRefusals)[number];

/** What someone does who has a lead open. */
export const presenceDoings = ['looking', 'working'] as const;

/** The formats of exported leads (EX-1). */
export const exportFormats = ['csv', 'tsv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What stands between the cells of a CSV file. Spreadsheets of many languages expect a semicolon. */
export const csvSeparators = ['comma', 'semicolon'] as const;
export type CsvSeparator = (typeof csvSeparators)[number];

/** Where one export of the background stands; `done` has a file, and only the first two go on. */
export const exportStates = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const;
export type ExportState = (typeof exportStates)[number];

/**
 * Why an export has no file: it broke off again and again, it became too large, or the person may no longer export.
 */
export const exportFailures = ['broken', 'too-large', 'not-allowed'] as const;
export type ExportFailure = (typeof exportFailures)[number];

/** With more rows than that, the app has the file made in the background. */
export const mostDirectRows = 20_000;
/** What colleagues do about a lead. */
export const activityKinds = ['note', 'call', 'email', 'meeting'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** How it went, by kind; a note has no outcome. */
export const activityOutcomes = {
  note: [],
  call: ['reached', 'left-message', 'no-answer', 'wrong-number'],
  email: ['sent', 'answered', 'bounced'],
  meeting: ['held', 'postponed', 'canceled', 'no-show'],
} as const satisfies Readonly<Record<ActivityKind, readonly string[]>>;
export type ActivityOutcome = (typeof activityOutcomes)[ActivityKind][number];
