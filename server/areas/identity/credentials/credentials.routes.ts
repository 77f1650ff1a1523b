import { z } from 'zod';
import {
  apiTokenCreate,
  apiTokenCreated,
  apiTokenInfo,
  apiTokenList,
  intakeEndpointCreate,
  intakeEndpointCreated,
  intakeEndpointInfo,
  intakeEndpointList,
  secretQuery,
} from '../../../../contract/identity/identity.ts';
import { repeatableHeaders } from '../../../../contract/intake/intake.ts';
import { id } from '../../../../contract/text.ts';
import type { App } from '../../../platform/http/app.ts';
import { personOf } from '../authentication.ts';
import type { CredentialsService } from './credentials.service.ts';

const tags = ['Access'];
const params = z.object({ id });

/** API tokens and marketplace endpoints of an organization. */
export function registerCredentialRoutes(app: App, credentials: CredentialsService): void {
  registerTokenRoutes(app, credentials);
  registerEndpointRoutes(app, credentials);
}

function registerTokenRoutes(app: App, credentials: CredentialsService): void {
  const url = '/api/v1/api-tokens';
  app.get(
    url,
    { schema: { tags, summary: 'API tokens', querystring: secretQuery, response: { 200: apiTokenList } } },
    (request) => credentials.listTokens(personOf(request), request.query),
  );

  app.post(
    url,
    {
      schema: {
        tags,
        summary: 'Create an API token; it is shown only once',
        headers: repeatableHeaders,
        body: apiTokenCreate,
        response: {
          200: apiTokenInfo.describe(
            'Created by the same request before; the token itself is not shown again',
          ),
          201: apiTokenCreated,
        },
      },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      const { made, token } = await credentials.createToken(personOf(request), request.body, key);
      if (token === undefined) return reply.code(200).send(made);
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ ...made, token });
    },
  );

  app.delete(
    `${url}/:id`,
    { schema: { tags, summary: 'Revoke an API token', params, response: { 204: z.null() } } },
    async (request, reply) => {
      await credentials.revokeToken(personOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}

function registerEndpointRoutes(app: App, credentials: CredentialsService): void {
  const url = '/api/v1/intake-endpoints';
  app.get(
    url,
    {
      schema: {
        tags,
        summary: 'Marketplace endpoints',
        querystring: secretQuery,
        response: { 200: intakeEndpointList },
      },
    },
    (request) => credentials.listEndpoints(personOf(request), request.query),
  );

  app.post(
    url,
    {
      schema: {
        tags,
        summary: 'Create a marketplace endpoint; its address is shown only once',
        headers: repeatableHeaders,
        body: intakeEndpointCreate,
        response: {
          200: intakeEndpointInfo.describe(
            'Created by the same request before; its address is not shown again',
          ),
          201: intakeEndpointCreated,
        },
      },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      const { made, url } = await credentials.createEndpoint(personOf(request), request.body, key);
      if (url === undefined) return reply.code(200).send(made);
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ ...made, url });
    },
  );

  app.delete(
    `${url}/:id`,
    { schema: { tags, summary: 'Revoke a marketplace endpoint', params, response: { 204: z.null() } } },
    async (request, reply) => {
      await credentials.revokeEndpoint(personOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}
