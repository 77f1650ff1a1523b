import { z } from 'zod';
import {
  accessLogPage,
  accessLogQuery,
  apiTokenCreate,
  apiTokenCreated,
  apiTokenList,
  intakeEndpointCreate,
  intakeEndpointCreated,
  intakeEndpointList,
} from '../../../contract/identity.ts';
import { id } from '../../../contract/text.ts';
import type { App } from '../../platform/http/app.ts';
import { personOf } from '../identity/index.ts';
import type { AccessService } from './access.service.ts';

const tags = ['Access'];
const params = z.object({ id });

/** API tokens, marketplace endpoints and the access log of an organization. */
export function registerAccessRoutes(app: App, access: AccessService): void {
  registerTokenRoutes(app, access);
  registerEndpointRoutes(app, access);

  app.get(
    '/api/v1/access-log',
    {
      schema: {
        tags,
        summary: 'Who read or changed what',
        querystring: accessLogQuery,
        response: { 200: accessLogPage },
      },
    },
    (request) => access.log(personOf(request), request.query.cursor, request.query.limit),
  );
}

function registerTokenRoutes(app: App, access: AccessService): void {
  const url = '/api/v1/api-tokens';
  app.get(
    url,
    { schema: { tags, summary: 'API tokens', response: { 200: apiTokenList } } },
    async (request) => ({
      items: await access.listTokens(personOf(request)),
    }),
  );

  app.post(
    url,
    {
      schema: {
        tags,
        summary: 'Make an API token; it is shown this once',
        body: apiTokenCreate,
        response: { 201: apiTokenCreated },
      },
    },
    async (request, reply) => {
      const made = await access.createToken(personOf(request), request.body.name, request.body.scopes);
      return reply.code(201).header('cache-control', 'no-store').send(made);
    },
  );

  app.delete(
    `${url}/:id`,
    { schema: { tags, summary: 'Revoke an API token', params, response: { 204: z.null() } } },
    async (request, reply) => {
      await access.revokeToken(personOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}

function registerEndpointRoutes(app: App, access: AccessService): void {
  const url = '/api/v1/intake-endpoints';
  app.get(
    url,
    { schema: { tags, summary: 'Marketplace endpoints', response: { 200: intakeEndpointList } } },
    async (request) => ({
      items: await access.listEndpoints(personOf(request)),
    }),
  );

  app.post(
    url,
    {
      schema: {
        tags,
        summary: 'Make a marketplace endpoint; its address is shown this once',
        body: intakeEndpointCreate,
        response: { 201: intakeEndpointCreated },
      },
    },
    async (request, reply) => {
      const made = await access.createEndpoint(personOf(request), request.body.name);
      return reply.code(201).header('cache-control', 'no-store').send(made);
    },
  );

  app.delete(
    `${url}/:id`,
    { schema: { tags, summary: 'Revoke a marketplace endpoint', params, response: { 204: z.null() } } },
    async (request, reply) => {
      await access.revokeEndpoint(personOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}
