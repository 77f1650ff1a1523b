import { declareEndpoints, nothing, revisionHeaders } from '../endpoint.ts';
import { byOffer, newOffer, offer, offerChange, offerPage, offerQuery } from './offers.ts';

/** Offers, managed by the partner and by the operator (OF-1 to OF-4). */
export const offerEndpoints = declareEndpoints('Offers', {
  'GET /api/v1/offers': {
    summary: 'Your offers; for the operator those of all partners, or of one',
    query: offerQuery,
    answers: { 200: offerPage },
  },
  'POST /api/v1/offers': {
    summary: 'Begin an offer, as a draft',
    body: newOffer,
    answers: { 201: offer },
  },
  'GET /api/v1/offers/:id': {
    summary: 'An offer as it is being edited',
    params: byOffer,
    answers: { 200: offer },
  },
  'PATCH /api/v1/offers/:id': {
    summary: 'Change a draft, or write changes of a live offer that customers see once it is published',
    params: byOffer,
    headers: revisionHeaders,
    body: offerChange,
    answers: { 200: offer },
  },
  'DELETE /api/v1/offers/:id': {
    summary: 'Delete a draft that never was live; its test leads stay',
    params: byOffer,
    headers: revisionHeaders,
    answers: { 204: nothing },
  },
  'POST /api/v1/offers/:id/preview': {
    summary: 'Show the offer to those who have its preview address; what they send are test leads',
    params: byOffer,
    headers: revisionHeaders,
    answers: { 200: offer },
  },
  'POST /api/v1/offers/:id/publish': {
    summary: 'Show the offer, or its changes, to customers; refused with everything that is missing',
    params: byOffer,
    headers: revisionHeaders,
    answers: { 200: offer },
  },
  'POST /api/v1/offers/:id/discard': {
    summary: 'Go back from unpublished changes to what was published',
    params: byOffer,
    headers: revisionHeaders,
    answers: { 200: offer },
  },
  'POST /api/v1/offers/:id/stop': {
    summary: 'Take the pages of a live offer away; its leads stay',
    params: byOffer,
    headers: revisionHeaders,
    answers: { 200: offer },
  },
});
