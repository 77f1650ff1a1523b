import { byId, declareEndpoints, nothing } from '../endpoint.ts';
import { me } from '../identity/identity.ts';
import {
  invitationAcceptance,
  invitationCreate,
  invitationList,
  invitationOffer,
  invitationSent,
  linkParams,
  membership,
  membershipCreate,
  membershipList,
  passwordReset,
  passwordResetAccepted,
  passwordResetOffer,
  passwordResetRequest,
  verificationOffer,
  verificationRequest,
  waitingVerification,
} from './accounts.ts';

/** The people of an organization, and those who are invited. */
export const peopleEndpoints = declareEndpoints('People', {
  'GET /api/v1/memberships': {
    summary: 'Who belongs to the organization, with which roles',
    answers: { 200: membershipList },
  },
  'POST /api/v1/memberships': {
    summary: 'Give a further role to someone who belongs to the organization',
    body: membershipCreate,
    answers: { 201: membership },
  },
  'DELETE /api/v1/memberships/:id': { summary: 'Remove a role', params: byId, answers: { 204: nothing } },
  'GET /api/v1/invitations': {
    summary: 'Invitations that wait to be accepted',
    answers: { 200: invitationList },
  },
  'POST /api/v1/invitations': {
    summary: 'Invite someone by email; an open invitation to the same address ends',
    body: invitationCreate,
    answers: { 201: invitationSent },
  },
  'POST /api/v1/invitations/:id/resend': {
    summary: 'Send an invitation again, with a new link and id; the old link ends',
    params: byId,
    answers: { 201: invitationSent },
  },
  'DELETE /api/v1/invitations/:id': {
    summary: 'Cancel an invitation',
    params: byId,
    answers: { 204: nothing },
  },
});

/** What links in emails open: invitations, new passwords, confirmed addresses (ID-5). */
export const accountEndpoints = declareEndpoints('Accounts', {
  'GET /api/v1/invitations/by-link/:token': {
    summary: 'What an invitation offers, by its link',
    open: true,
    params: linkParams,
    answers: { 200: invitationOffer },
  },
  'POST /api/v1/invitations/by-link/:token/acceptance': {
    summary: 'Accept an invitation and sign in',
    open: true,
    params: linkParams,
    body: invitationAcceptance,
    answers: { 200: me },
  },
  'POST /api/v1/password-reset': {
    summary: 'Ask for the link that sets a new password; the answer never tells whether there is an account',
    open: true,
    body: passwordResetRequest,
    answers: { 202: passwordResetAccepted },
  },
  'GET /api/v1/password-reset/:token': {
    summary: 'Whether a link for a new password still works',
    open: true,
    params: linkParams,
    answers: { 200: passwordResetOffer },
  },
  'POST /api/v1/password-reset/:token': {
    summary: 'Set a new password; ends every session of the account',
    open: true,
    params: linkParams,
    body: passwordReset,
    answers: { 204: nothing },
  },
  'GET /api/v1/me/email-verification': {
    summary: 'The address that waits to be confirmed',
    answers: { 200: waitingVerification },
  },
  'POST /api/v1/me/email-verification': {
    summary: 'Send the link that confirms my address, or a new one',
    body: verificationRequest,
    answers: { 202: waitingVerification },
  },
  'GET /api/v1/email-verification/:token': {
    summary: 'Which address a link confirms',
    open: true,
    params: linkParams,
    answers: { 200: verificationOffer },
  },
  'POST /api/v1/email-verification/:token': {
    summary: 'Confirm an address',
    open: true,
    params: linkParams,
    answers: { 204: nothing },
  },
});
