import { z } from 'zod';
import {
  quarantinePage,
  quarantineQuery,
  quarantineSummary,
  suspectedSubmissionDetails,
} from '../../../../contract/intake/quarantine.ts';
import { id } from '../../../../contract/text.ts';
import type { App } from '../../../platform/http/app.ts';
import { actorOf } from '../../identity/index.ts';
import type { Quarantine } from './quarantine.service.ts';

const tags = ['Quarantine'];
const url = '/api/v1/quarantine';
const params = z.object({ id });

/** The operator's quarantine of suspected spam (IN-7); for operator admins. */
export function registerQuarantineRoutes(app: App, quarantine: Quarantine): void {
  app.get(
    url,
    {
      schema: {
        tags,
        summary: 'Submissions of public forms that look like spam, newest first',
        querystring: quarantineQuery,
        response: { 200: quarantinePage },
      },
    },
    (request) => quarantine.list(actorOf(request), request.query),
  );

  app.get(
    `${url}/summary`,
    {
      schema: {
        tags,
        summary: 'How many submissions wait for a decision',
        response: { 200: quarantineSummary },
      },
    },
    (request) => quarantine.summarize(actorOf(request)),
  );

  app.get(
    `${url}/:id`,
    {
      schema: {
        tags,
        summary: 'A suspected submission with all that was typed',
        params,
        response: { 200: suspectedSubmissionDetails },
      },
    },
    (request) => quarantine.read(actorOf(request), request.params.id),
  );

  const decisions = {
    release: ['Let a submission through: it becomes a lead', quarantine.release],
    spam: ['Confirm that a submission is spam', quarantine.confirmSpam],
    restore: ['Undo confirming a submission as spam', quarantine.restore],
  } as const;
  for (const [name, [summary, decide]] of Object.entries(decisions)) {
    app.post(
      `${url}/:id/${name}`,
      { schema: { tags, summary, params, response: { 200: suspectedSubmissionDetails } } },
      (request) => decide.call(quarantine, actorOf(request), request.params.id),
    );
  }
}
