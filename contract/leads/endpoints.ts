import { z } from 'zod';
import { byId, declareEndpoints, nothing, revisionHeaders } from '../endpoint.ts';
import { colleagueList } from '../identity/identity.ts';
import { repeatableHeaders } from '../intake/intake.ts';
import { id } from '../text.ts';
import { bulkAction, bulkActionList, bulkOrder, bulkRefusalPage, bulkRefusalQuery } from './bulk.ts';
import {
  contactMark,
  contactMarkPage,
  contactMarkQuery,
  leadContactChecks,
  newContactMark,
} from './contact-checks.ts';
import { dealListQuery, dealPage, dealQuery, dealSums } from './deals.ts';
import { possibleDuplicates } from './duplicates.ts';
import { acceptance, assignment, decline, errorClosure, leadChange, outcome } from './lead-actions.ts';
import {
  leadExportBody,
  leadExportQuery,
  leadFacets,
  leadFacetsQuery,
  leadListQuery,
  leadNeighbors,
  leadNeighborsQuery,
  leadPage,
} from './lead-list.ts';
import { lead, leadTimeline, timelineQuery } from './leads.ts';
import { leadPresence, presenceBeat } from './presence.ts';
import { leadRatingAnswer, modelCard } from './rating.ts';
import {
  desk,
  deskChange,
  savedView,
  savedViewChange,
  savedViewCreate,
  savedViewList,
  viewDefinition,
} from './views.ts';

/** Room for dozens of versions. */
const versionHeaders = z.looseObject({ 'if-match': z.string().max(1000).optional() });

/** One lead: reading it, marking it, working it. */
export const leadEndpoints = declareEndpoints('Leads', {
  'GET /api/v1/leads/:id': { summary: 'One lead', params: byId, answers: { 200: lead } },
  'GET /api/v1/leads/:id/timeline': {
    summary: 'Everything that happened to a lead, page by page from the latest back',
    params: byId,
    query: timelineQuery,
    answers: { 200: leadTimeline },
  },
  'PUT /api/v1/leads/:id/favorite': {
    summary: 'Mark as favorite',
    params: byId,
    answers: { 204: nothing },
  },
  'DELETE /api/v1/leads/:id/favorite': {
    summary: 'Unmark as favorite',
    params: byId,
    answers: { 204: nothing },
  },
  'PATCH /api/v1/leads/:id': {
    summary: 'Edit the deal of an accepted lead; only the fields sent change',
    params: byId,
    headers: versionHeaders,
    body: leadChange,
    answers: { 200: lead },
  },
  'PUT /api/v1/leads/:id/assignment': {
    summary: 'Make someone the owner of an open lead, or nobody',
    params: byId,
    headers: versionHeaders,
    body: assignment,
    answers: { 200: lead },
  },
  'GET /api/v1/leads/:id/assignees': {
    summary: 'The people who can own a lead: they work on leads and may see this one’s location',
    params: byId,
    answers: { 200: colleagueList },
  },
  'POST /api/v1/leads/:id/acceptance': {
    summary: 'Accept a received lead',
    params: byId,
    headers: versionHeaders,
    body: acceptance,
    answers: { 200: lead },
  },
  'POST /api/v1/leads/:id/decline': {
    summary: 'Decline a received lead',
    params: byId,
    headers: versionHeaders,
    body: decline,
    answers: { 200: lead },
  },
  'POST /api/v1/leads/:id/outcome': {
    summary: 'Close an accepted lead as won or lost',
    params: byId,
    headers: versionHeaders,
    body: outcome,
    answers: { 200: lead },
  },
  'POST /api/v1/leads/:id/error-closure': {
    summary: 'Close a lead that came in by mistake',
    params: byId,
    headers: versionHeaders,
    body: errorClosure,
    answers: { 200: lead },
  },
});

/** Who has a lead open right now; for people in the app. */
export const presenceEndpoints = declareEndpoints('Leads', {
  'PUT /api/v1/leads/:id/presence': {
    summary: 'Say that you have a lead open, for 20 seconds, and see who else has',
    params: byId,
    body: presenceBeat,
    answers: { 200: leadPresence },
  },
  'DELETE /api/v1/leads/:id/presence': {
    summary: 'Say that you left a lead',
    params: byId,
    answers: { 204: nothing },
  },
});

/**
 * A search term that names a person must stay out of the URL, and so out of logs and histories along the way (DP-2).
 */
const asBody = 'with the question in the body, for searches that do not belong in an address';

/**
 * The list, its counts, its export, and the way from one lead to the next: by GET, and by POST for private searches.
 */
export const leadListEndpoints = declareEndpoints('Leads', {
  'GET /api/v1/leads': {
    summary: 'The leads you may see, page by page',
    query: leadListQuery,
    answers: { 200: leadPage },
  },
  'POST /api/v1/leads/search': {
    summary: `The same as GET /api/v1/leads, ${asBody}`,
    body: leadListQuery,
    answers: { 200: leadPage },
  },
  'GET /api/v1/leads/facets': {
    summary: 'Counts for tabs and filters',
    query: leadFacetsQuery,
    answers: { 200: leadFacets },
  },
  'POST /api/v1/leads/facets': {
    summary: `The same counts, ${asBody}`,
    body: leadFacetsQuery,
    answers: { 200: leadFacets },
  },
  'GET /api/v1/leads/:id/neighbors': {
    summary: 'The leads before and after one',
    params: byId,
    query: leadNeighborsQuery,
    answers: { 200: leadNeighbors },
  },
  'POST /api/v1/leads/:id/neighbors': {
    summary: `The same neighbors, ${asBody}`,
    params: byId,
    body: leadNeighborsQuery,
    answers: { 200: leadNeighbors },
  },
  'GET /api/v1/leads/export': {
    summary: 'Exactly the selected leads, every row, as CSV, TSV or XLSX',
    query: leadExportQuery,
    answers: 'file',
  },
  'POST /api/v1/leads/export': {
    summary: `The same file, ${asBody}; or only leads that are named`,
    body: leadExportBody,
    answers: 'file',
  },
});

/** Accepted leads on their way, and those that were won or lost lately; test leads are not among them (LC-6). */
export const dealEndpoints = declareEndpoints('Deals', {
  'GET /api/v1/deals': {
    summary: 'The deals you may see, page by page: open ones, and those won or lost in the last 30 days',
    query: dealListQuery,
    answers: { 200: dealPage },
  },
  'GET /api/v1/deals/sums': {
    summary: 'How many deals stand at each stage, and what they are worth',
    query: dealQuery,
    answers: { 200: dealSums },
  },
});

/** Actions on many leads at once, with their progress and their reports (WS-6). */
export const bulkEndpoints = declareEndpoints('Leads', {
  'POST /api/v1/leads/bulk': {
    summary: 'Do the same to many leads: 201 when it is done, 202 while it goes on in the background',
    headers: repeatableHeaders,
    body: bulkOrder,
    answers: { 201: bulkAction, 202: bulkAction },
  },
  'GET /api/v1/leads/bulk': {
    summary: 'Your latest bulk actions',
    answers: { 200: bulkActionList },
  },
  'GET /api/v1/leads/bulk/:id': {
    summary: 'Where a bulk action stands',
    params: byId,
    answers: { 200: bulkAction },
  },
  'POST /api/v1/leads/bulk/:id/cancel': {
    summary: 'Leave the leads alone that it has not come to; what is done stays done',
    params: byId,
    answers: { 200: bulkAction },
  },
  'POST /api/v1/leads/bulk/:id/undo': {
    summary: 'Undo it where nobody has changed the lead since: a bulk action of its own',
    params: byId,
    answers: { 201: bulkAction, 202: bulkAction },
  },
  'GET /api/v1/leads/bulk/:id/refusals': {
    summary: 'The leads that were left alone, each with its reason',
    params: byId,
    query: bulkRefusalQuery,
    answers: { 200: bulkRefusalPage },
  },
  'GET /api/v1/leads/bulk/:id/report': {
    summary: 'What was done and what was not, and why, lead by lead as CSV',
    params: byId,
    answers: 'file',
  },
});

const ofPair = z.object({ id, otherId: id });

/** Possible duplicates of a lead: viewing, linking and dismissing them (LQ-4). */
export const duplicateEndpoints = declareEndpoints('Leads', {
  'GET /api/v1/leads/:id/duplicates': {
    summary: 'Leads that may be the same inquiry, with the reasons',
    params: byId,
    answers: { 200: possibleDuplicates },
  },
  'PUT /api/v1/leads/:id/duplicates/:otherId': {
    summary: 'Say that two leads are the same inquiry',
    params: ofPair,
    answers: { 204: nothing },
  },
  'DELETE /api/v1/leads/:id/duplicates/:otherId': {
    summary: 'Withdraw the link',
    params: ofPair,
    answers: { 204: nothing },
  },
  'PUT /api/v1/leads/:id/duplicates/:otherId/dismissal': {
    summary: 'Say that two leads are not the same inquiry',
    params: ofPair,
    answers: { 204: nothing },
  },
  'DELETE /api/v1/leads/:id/duplicates/:otherId/dismissal': {
    summary: 'Withdraw the dismissal',
    params: ofPair,
    answers: { 204: nothing },
  },
});

/** Contact checks of a lead, and what people can do about them. */
export const contactCheckEndpoints = declareEndpoints('Leads', {
  'GET /api/v1/leads/:id/contact-checks': {
    summary: 'The checks of a contact, with what they rest on',
    params: byId,
    answers: { 200: leadContactChecks },
  },
  'POST /api/v1/leads/:id/contact-checks': {
    summary: 'Check the contact again',
    params: byId,
    answers: { 202: leadContactChecks },
  },
  'PUT /api/v1/leads/:id/spam-report': {
    summary: 'Report the lead as spam',
    params: byId,
    answers: { 200: leadContactChecks },
  },
  'DELETE /api/v1/leads/:id/spam-report': {
    summary: 'Withdraw the spam report',
    params: byId,
    answers: { 200: leadContactChecks },
  },
});

/** The operator’s block and allow lists (CV-6). */
export const contactMarkEndpoints = declareEndpoints('Operator', {
  'GET /api/v1/contact-marks': {
    summary: 'Addresses, domains and numbers on the block and allow lists',
    query: contactMarkQuery,
    answers: { 200: contactMarkPage },
  },
  'POST /api/v1/contact-marks': {
    summary: 'Add to a list',
    body: newContactMark,
    answers: { 201: contactMark },
  },
  'DELETE /api/v1/contact-marks/:id': {
    summary: 'Remove from a list',
    params: byId,
    answers: { 204: nothing },
  },
});

/** The rating of a lead. */
export const ratingEndpoints = declareEndpoints('Leads', {
  'GET /api/v1/leads/:id/rating': {
    summary: 'How a lead was rated, and why',
    params: byId,
    answers: { 200: leadRatingAnswer },
  },
});

/** The model behind the ratings. */
export const qualityEndpoints = declareEndpoints('Quality', {
  'GET /api/v1/quality/model': {
    summary: 'The model that rates leads: what it learned from, and how well it does',
    answers: { 200: modelCard },
  },
});

/** Live updates: which of the leads you may see were received or changed (WS-9). */
export const liveEndpoints = declareEndpoints('Leads', {
  'GET /api/v1/live': { summary: 'Changes as server-sent events', answers: 'events' },
});

/** Live updates: something new in your Action center (NT-5). */
export const newsEndpoints = declareEndpoints('Action center', {
  'GET /api/v1/action-center/live': { summary: 'News for me as server-sent events', answers: 'events' },
});

/** Saved views of the list, and what it remembers for a person (decision 042). */
export const viewEndpoints = declareEndpoints('Views', {
  'GET /api/v1/views': {
    summary: 'Your saved views, and those that colleagues share',
    answers: { 200: savedViewList },
  },
  'POST /api/v1/views': {
    summary: 'Save a view; one that is shared is saved without `search` and `customerName`',
    body: savedViewCreate,
    answers: { 201: savedView },
  },
  'GET /api/v1/views/:id': { summary: 'One saved view', params: byId, answers: { 200: savedView } },
  'PATCH /api/v1/views/:id': {
    summary:
      'Change a view; only its owner may, and only the fields sent change. One that is shared is saved without `search` and `customerName`',
    params: byId,
    headers: revisionHeaders,
    body: savedViewChange,
    answers: { 200: savedView },
  },
  'DELETE /api/v1/views/:id': {
    summary: 'Delete a view, for everyone; only its owner may',
    params: byId,
    headers: revisionHeaders,
    answers: { 204: nothing },
  },
  'PUT /api/v1/views/:id/layer': {
    summary: 'Keep your own version of a view; nobody else sees it',
    params: byId,
    body: viewDefinition,
    answers: { 200: savedView },
  },
  'DELETE /api/v1/views/:id/layer': {
    summary: 'Reset your version of a view to what its owner saved',
    params: byId,
    answers: { 200: savedView },
  },
  'PUT /api/v1/views/:id/subscription': {
    summary: 'Be told about new leads in a view',
    params: byId,
    answers: { 200: savedView },
  },
  'DELETE /api/v1/views/:id/subscription': {
    summary: 'No longer be told about new leads in a view',
    params: byId,
    answers: { 200: savedView },
  },
  'GET /api/v1/me/desk': {
    summary: 'What the list of leads remembers for you',
    answers: { 200: desk },
  },
  'PATCH /api/v1/me/desk': {
    summary: 'Have the list of leads remember something for you',
    body: deskChange,
    answers: { 200: desk },
  },
});
