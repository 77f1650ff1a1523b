import { byId, declareEndpoints, revisionHeaders } from '../endpoint.ts';
import { intakeReceipt } from '../intake/intake.ts';
import { customerNews, customerNewsQuery } from '../mail/mail.ts';
import {
  contactSharing,
  contactSharingChange,
  partnerLead,
  partnerLeadPage,
  partnerLeadQuery,
  reroutingRequest,
} from './partner-leads.ts';

/** The leads of all partners, for the operator. */
export const partnerLeadEndpoints = declareEndpoints('Operator', {
  'GET /api/v1/operator/leads': {
    summary: 'Where the leads of your partners stand, newest first; each look is in their access log',
    query: partnerLeadQuery,
    answers: { 200: partnerLeadPage },
  },
  'GET /api/v1/operator/leads/:id': {
    summary:
      'One lead of a partner; its contact only where the partner shares contacts, or your people sent it',
    params: byId,
    answers: { 200: partnerLead },
  },
  'POST /api/v1/operator/leads/:id/rerouting': {
    summary: 'Send to another partner what your people sent and nobody answered, once',
    params: byId,
    body: reroutingRequest,
    answers: { 201: intakeReceipt },
  },
});

/** Whether a partner shares contacts with the operator. */
export const contactSharingEndpoints = declareEndpoints('Access', {
  'GET /api/v1/contact-sharing': {
    summary: 'Whether the operator sees the contacts of your leads',
    answers: { 200: contactSharing },
  },
  'PUT /api/v1/contact-sharing': {
    summary: 'Show the contacts of your leads to the operator, or no longer',
    headers: revisionHeaders,
    body: contactSharingChange,
    answers: { 200: contactSharing },
  },
});

/** A preview of what a customer would be told (LC-3). */
export const customerNewsEndpoints = declareEndpoints('Leads', {
  'GET /api/v1/leads/:id/customer-news': {
    summary: 'What the customer is told if I decline the lead, with the email, or why nobody is told',
    params: byId,
    query: customerNewsQuery,
    answers: { 200: customerNews },
  },
});
