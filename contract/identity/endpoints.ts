import { byId, declareEndpoints, nothing } from '../endpoint.ts';
import { repeatableHeaders } from '../intake/intake.ts';
import {
  accessLogPage,
  accessLogQuery,
  apiTokenCreate,
  apiTokenCreated,
  apiTokenInfo,
  apiTokenList,
  colleagueList,
  intakeEndpointCreate,
  intakeEndpointCreated,
  intakeEndpointInfo,
  intakeEndpointList,
  me,
  meChange,
  organizationSwitch,
  secretQuery,
  sessionList,
  signInRequest,
} from './identity.ts';

const done = nothing.describe('Done');

/** Sign-in, the signed-in person, their sessions and colleagues. */
export const identityEndpoints = declareEndpoints('Identity', {
  'POST /api/v1/session': { summary: 'Sign in', open: true, body: signInRequest, answers: { 200: me } },
  'DELETE /api/v1/session': { summary: 'Sign out', answers: { 204: done } },
  'PUT /api/v1/session/organization': {
    summary: 'Work in another of my organizations',
    body: organizationSwitch,
    answers: { 200: me },
  },
  'GET /api/v1/sessions': { summary: 'Where I am signed in', answers: { 200: sessionList } },
  'DELETE /api/v1/sessions/:id': { summary: 'Sign out elsewhere', params: byId, answers: { 204: done } },
  'GET /api/v1/me': { summary: 'Who am I?', answers: { 200: me } },
  'PATCH /api/v1/me': {
    summary: 'Change my name, time zone or language',
    body: meChange,
    answers: { 200: me },
  },
  'GET /api/v1/people': { summary: 'Colleagues who may be in a team', answers: { 200: colleagueList } },
});

/** The access log, API tokens and marketplace endpoints of an organization. */
export const accessEndpoints = declareEndpoints('Access', {
  'GET /api/v1/access-log': {
    summary: 'Who read or changed what',
    query: accessLogQuery,
    answers: { 200: accessLogPage },
  },
  'GET /api/v1/api-tokens': { summary: 'API tokens', query: secretQuery, answers: { 200: apiTokenList } },
  'POST /api/v1/api-tokens': {
    summary: 'Create an API token; it is shown only once',
    headers: repeatableHeaders,
    body: apiTokenCreate,
    answers: {
      200: apiTokenInfo.describe('Created by the same request before; the token itself is not shown again'),
      201: apiTokenCreated,
    },
  },
  'DELETE /api/v1/api-tokens/:id': {
    summary: 'Revoke an API token',
    params: byId,
    answers: { 204: nothing },
  },
  'GET /api/v1/intake-endpoints': {
    summary: 'Marketplace endpoints',
    query: secretQuery,
    answers: { 200: intakeEndpointList },
  },
  'POST /api/v1/intake-endpoints': {
    summary: 'Create a marketplace endpoint; its address is shown only once',
    headers: repeatableHeaders,
    body: intakeEndpointCreate,
    answers: {
      200: intakeEndpointInfo.describe('Created by the same request before; its address is not shown again'),
      201: intakeEndpointCreated,
    },
  },
  'DELETE /api/v1/intake-endpoints/:id': {
    summary: 'Revoke a marketplace endpoint',
    params: byId,
    answers: { 204: nothing },
  },
});
