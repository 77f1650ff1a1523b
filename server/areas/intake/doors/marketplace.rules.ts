import { clipText } from '../../../../contract/cut.ts';
import type { CallToAction } from '../../../../contract/leads/lists.ts';
import type { MarketplaceLead } from './marketplace-reader.ts';

/** What `LeadSource` says: a storefront, or the longer form `Source-Action|Publisher.Offer`. */
export interface LeadSourceParts {
  readonly storefront: string | null;
  readonly action: string | null;
  /** `publisher.offer`, in lower case; null when there is none. */
  readonly offerName: string | null;
}

// Maps, not objects: the keys come from outside, and an object also has “constructor”.
const storefrontNames: ReadonlyMap<string, string> = new Map([
  ['appsource (spza)', 'AppSource'],
  ['spza', 'AppSource'],
  ['appsource', 'AppSource'],
  ['azuremarketplace', 'AzureMarketplace'],
  ['azure marketplace', 'AzureMarketplace'],
  ['azureportal', 'AzurePortal'],
  ['azure portal', 'AzurePortal'],
]);
const maxStorefrontCharacters = 50;

/** Parses `LeadSource`; what it does not recognize stays as written. */
export function parseLeadSource(source: string | null): LeadSourceParts {
  if (source === null) return { storefront: null, action: null, offerName: null };
  const bar = source.indexOf('|');
  const left = (bar < 0 ? source : source.slice(0, bar)).trim();
  const right = bar < 0 ? '' : source.slice(bar + 1).trim();
  const dash = left.lastIndexOf('-');
  // Without the bar, a dash may belong to the name of a storefront.
  const hasAction = dash > 0 && (bar >= 0 || actionOf(left.slice(dash + 1)) !== undefined);
  const name = hasAction ? left.slice(0, dash).trim() : left;
  return {
    storefront: name === '' ? null : (storefrontNames.get(name.toLowerCase()) ?? clip(name)),
    action: hasAction ? left.slice(dash + 1).trim() : null,
    offerName: right === '' ? null : right.toLowerCase(),
  };
}

function clip(name: string): string {
  return clipText(name, maxStorefrontCharacters);
}

/** Splits `publisher.offer`; a publisher id has no dot. */
export function splitOfferName(name: string): { publisherId: string; offerKey: string } | undefined {
  const dot = name.indexOf('.');
  return dot > 0 && dot < name.length - 1
    ? { publisherId: name.slice(0, dot), offerKey: name.slice(dot + 1) }
    : undefined;
}

/** What an action code means. */
export interface Action {
  /** undefined: Get it now or Free trial, which the code does not distinguish. */
  readonly callToAction: CallToAction | 'acquired' | null;
  readonly contactAllowed: boolean;
}

const actions: ReadonlyMap<string, Action> = new Map([
  ['ins', { callToAction: 'acquired', contactAllowed: true }],
  ['plt', { callToAction: 'ContactMe', contactAllowed: true }],
  ['dnc', { callToAction: null, contactAllowed: false }],
  ['create', { callToAction: 'GetItNow', contactAllowed: true }],
  ['starttestdrive', { callToAction: 'TestDrive', contactAllowed: true }],
]);

/** The meaning of an action code, regardless of case; undefined for unknown ones. */
export function actionOf(code: string | null): Action | undefined {
  return code === null ? undefined : actions.get(code.trim().toLowerCase());
}

/**
 * The call to action of a lead. An acquisition is a free trial if that is what the offer offers; without a known action
 * it is the offer's own, since an offer has exactly one.
 */
export function callToActionOf(
  action: Action | undefined,
  offered: CallToAction | undefined,
): CallToAction | null {
  if (action === undefined) return offered ?? null;
  if (action.callToAction !== 'acquired') return action.callToAction;
  return offered === 'FreeTrial' ? 'FreeTrial' : 'GetItNow';
}

const testMark = /^MSFT_TEST_\d+(@test\.com)?$/i;

/** IN-8: the marketplace's *Validate* button marks what it sends. */
export function isTestLead(lead: MarketplaceLead): boolean {
  const { firstName, lastName, customerName, title, email, offerTitle, message } = lead;
  const marked = [firstName, lastName, customerName, title, email, offerTitle, message];
  return marked.some((value) => value !== null && testMark.test(value));
}

const campaigns = /^\s*Campaigns:\s*([A-Za-z0-9_-]{1,16})(?![A-Za-z0-9_-])/i;

/** The campaign that a description begins with, as some marketplaces send it (OF-6); null: none. */
export function campaignIn(description: string | null): string | null {
  return campaigns.exec(description ?? '')?.[1] ?? null;
}
