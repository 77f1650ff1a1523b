import { byId, declareEndpoints } from '../endpoint.ts';
import {
  routingAdvice,
  routingRequest,
  sentLeadDetails,
  sentLeadPage,
  sentLeadQuery,
} from '../organizations/partners.ts';
import { intakeReceipt, leadCreate, receiptAnswers, repeatableHeaders } from './intake.ts';
import {
  quarantinePage,
  quarantineQuery,
  quarantineSummary,
  suspectedSubmissionDetails,
} from './quarantine.ts';

/** Sending leads, and what happens to them. */
export const intakeEndpoints = declareEndpoints('Intake', {
  'POST /api/v1/leads': {
    summary: 'Send a lead',
    headers: repeatableHeaders,
    body: leadCreate,
    answers: receiptAnswers,
  },
  'GET /api/v1/leads/:id/routing': {
    summary: 'Why nobody could route a lead, and the partners it may be meant for',
    params: byId,
    answers: { 200: routingAdvice },
  },
  'POST /api/v1/leads/:id/routing': {
    summary: 'Send an unrouted lead to a partner',
    params: byId,
    body: routingRequest,
    answers: { 200: intakeReceipt },
  },
  'GET /api/v1/sent-leads': {
    summary: 'Leads that your organization sent, and how they went',
    query: sentLeadQuery,
    answers: { 200: sentLeadPage },
  },
  // Searches can contain people's names, which must stay out of the URL, and so out of logs and histories along the way
  // (DP-2).
  'POST /api/v1/sent-leads/search': {
    summary:
      'The same as GET /api/v1/sent-leads, with the question in the body, for searches that do not belong in an address',
    body: sentLeadQuery,
    answers: { 200: sentLeadPage },
  },
  'GET /api/v1/sent-leads/:id': {
    summary: 'A lead that your organization sent, with what happened to it',
    params: byId,
    answers: { 200: sentLeadDetails },
  },
});

/** The operator’s quarantine of suspected spam (IN-7). */
export const quarantineEndpoints = declareEndpoints('Quarantine', {
  'GET /api/v1/quarantine': {
    summary: 'Submissions of public forms that look like spam, newest first',
    query: quarantineQuery,
    answers: { 200: quarantinePage },
  },
  'GET /api/v1/quarantine/summary': {
    summary: 'How many submissions wait for a decision',
    answers: { 200: quarantineSummary },
  },
  'GET /api/v1/quarantine/:id': {
    summary: 'A suspected submission with all that was typed',
    params: byId,
    answers: { 200: suspectedSubmissionDetails },
  },
  'POST /api/v1/quarantine/:id/release': {
    summary: 'Let a submission through: it becomes a lead',
    params: byId,
    answers: { 200: suspectedSubmissionDetails },
  },
  'POST /api/v1/quarantine/:id/spam': {
    summary: 'Confirm that a submission is spam',
    params: byId,
    answers: { 200: suspectedSubmissionDetails },
  },
  'POST /api/v1/quarantine/:id/restore': {
    summary: 'Undo confirming a submission as spam',
    params: byId,
    answers: { 200: suspectedSubmissionDetails },
  },
});
