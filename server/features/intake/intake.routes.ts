import { z } from 'zod';
import { idempotencyKey, intakeReceipt, leadCreate, marketplaceLead } from '../../../contract/intake.ts';
import type { Config } from '../../platform/config.ts';
import type { App } from '../../platform/http/app.ts';
import { hashSecret } from '../../platform/ids.ts';
import { actorOf } from '../identity/index.ts';
import type { ApiIntake } from './api-intake.service.ts';
import type { MarketplaceIntake } from './marketplace.service.ts';

const tags = ['Intake'];
const answers = {
  200: intakeReceipt.describe('Taken before'),
  201: intakeReceipt.describe('A new lead, stored durably'),
};
const keyParams = z.object({ key: z.string().min(1).max(200) });
const headers = z.looseObject({ 'idempotency-key': idempotencyKey.optional() });

/** The machine doors. */
export function registerIntakeRoutes(
  app: App,
  config: Config,
  marketplace: MarketplaceIntake,
  api: ApiIntake,
): void {
  app.post(
    '/intake/marketplace/:key',
    {
      schema: {
        tags,
        summary: 'What a marketplace posts to the HTTPS endpoint of an offer',
        security: [],
        params: keyParams,
        body: marketplaceLead,
        response: answers,
      },
      config: {
        rateLimit: {
          max: config.intakePerMinute,
          timeWindow: '1 minute',
          keyGenerator: (request) => hashSecret((request.params as { key: string }).key).toString('base64'),
        },
      },
    },
    async (request, reply) => {
      const receipt = await marketplace.take(request.params.key, request.body);
      return reply.code(receipt.created ? 201 : 200).send(receipt);
    },
  );

  app.post(
    '/api/v1/leads',
    {
      schema: { tags, summary: 'Send a lead', headers, body: leadCreate, response: answers },
      config: {
        rateLimit: {
          max: config.intakePerMinute,
          timeWindow: '1 minute',
          keyGenerator: (request) => request.headers.authorization ?? request.ip,
        },
      },
    },
    async (request, reply) => {
      const receipt = await api.take(actorOf(request), request.body, request.headers['idempotency-key']);
      return reply.code(receipt.created ? 201 : 200).send(receipt);
    },
  );
}
