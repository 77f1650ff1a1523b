import { byId, declareEndpoints, nothing } from '../endpoint.ts';
import {
  availability,
  businessProfile,
  businessProfileList,
  byLogo,
  contactConfirmation,
  newProfile,
  profileChange,
  profileDeletion,
  profilePresence,
  profileRevision,
  profileStanding,
} from './profiles.ts';

/** Business profiles: what customers find partners by (BP-10 to BP-17). */
export const profileEndpoints = declareEndpoints('Business profiles', {
  'GET /api/v1/business-profiles': {
    summary: 'The profiles of your organization, one for each country',
    answers: { 200: businessProfileList },
  },
  'POST /api/v1/business-profiles': {
    summary: 'Begin the profile of a country; nobody else sees it until it is published',
    body: newProfile,
    answers: { 201: businessProfile },
  },
  'GET /api/v1/business-profiles/:id': {
    summary: 'A profile: its draft, what is published, and what is wrong with the draft',
    params: byId,
    answers: { 200: businessProfile },
  },
  'PATCH /api/v1/business-profiles/:id': {
    summary:
      'Change fields of the draft; a field that somebody else changed meanwhile is refused, with theirs',
    params: byId,
    body: profileChange,
    answers: { 200: businessProfile },
  },
  'DELETE /api/v1/business-profiles/:id': {
    summary: 'Delete a profile for good: its pages are gone at once, its leads stay',
    params: byId,
    body: profileDeletion,
    answers: { 204: nothing },
  },
  'POST /api/v1/business-profiles/:id/publish': {
    summary: 'Publish the draft; refused with everything that is wrong with it',
    params: byId,
    body: profileRevision,
    answers: { 200: businessProfile },
  },
  'POST /api/v1/business-profiles/:id/unpublish': {
    summary: 'Take the pages of a profile away at once; everything is kept',
    params: byId,
    answers: { 200: businessProfile },
  },
  'POST /api/v1/business-profiles/:id/discard': {
    summary: 'Go back from the draft to what is published',
    params: byId,
    body: profileRevision,
    answers: { 200: businessProfile },
  },
  'PUT /api/v1/business-profiles/:id/logo': {
    summary:
      'Upload a logo (GIF, JPEG or PNG as the body, at most 300 pixels wide and 2 MiB); it is redrawn and becomes the draft’s',
    params: byId,
    answers: { 200: businessProfile },
  },
  'GET /api/v1/business-profiles/:id/logos/:logoId/:side': {
    summary: 'A logo of this profile, published or not',
    params: byLogo,
    answers: 'file',
  },
  'PUT /api/v1/business-profiles/:id/availability': {
    summary: 'Say until when the partner takes no requests; applies at once, without publishing',
    params: byId,
    body: availability,
    answers: { 200: businessProfile },
  },
  'PUT /api/v1/business-profiles/:id/presence': {
    summary: 'Say which step you have open; tells who else edits, and whether anything changed',
    params: byId,
    body: profilePresence,
    answers: { 200: profileStanding },
  },
  'DELETE /api/v1/business-profiles/:id/presence': {
    summary: 'Say that you closed it',
    params: byId,
    answers: { 204: nothing },
  },
  'POST /api/v1/business-profiles/:id/contact-confirmation': {
    summary: 'Email the contact of a location a link that confirms the address',
    params: byId,
    body: contactConfirmation,
    answers: { 200: businessProfile },
  },
});
