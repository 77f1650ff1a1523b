import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { connectionEndpoints } from '../../../../contract/connections/endpoints.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { networkOf } from '../../../platform/http/network.ts';
import { hashSecret } from '../../../platform/ids.ts';
import { personOf } from '../../identity/index.ts';
import type { CalendarFeedService } from './calendar-feed.service.ts';
import { sentence } from './catalogue.ts';

const fileParams = z.object({ file: z.string() });

/** The calendar link of each person, and the calendar behind it. */
export function registerCalendarFeedRoutes(app: App, feeds: CalendarFeedService): void {
  const door = doorsOf(app, connectionEndpoints);
  door('GET /api/v1/calendar-feed', (request) => feeds.find(personOf(request)));

  door('POST /api/v1/calendar-feed', async (request, reply) => {
    const made = await feeds.create(personOf(request));
    return reply.code(201).header('cache-control', 'no-store').send(made);
  });

  door('DELETE /api/v1/calendar-feed', async (request, reply) => {
    await feeds.revoke(personOf(request));
    return reply.code(204).send(null);
  });

  registerFeedDoor(app, feeds);
}

/** At most 12 reads of one link per minute, and 20 wrong links from one network per 10 minutes. */
function registerFeedDoor(app: App, feeds: CalendarFeedService): void {
  const limitWrongLinks = app.createRateLimit({
    max: 20,
    timeWindow: 10 * 60_000,
    keyGenerator: (request) => networkOf(request.ip),
  });
  app.get(
    '/calendar/:file',
    {
      schema: {
        tags: ['Calendar'],
        summary: 'Due dates of leads as an iCalendar file (RFC 5545), by a secret link',
        security: [],
        params: fileParams,
      },
      config: {
        rateLimit: {
          max: 12,
          timeWindow: 60_000,
          keyGenerator: (request) => hashSecret((request.params as { file: string }).file).toString('base64'),
        },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex');
      const token = /^(lcf_[\w-]{43})\.ics$/.exec(request.params.file)?.[1];
      const pieces = token === undefined ? undefined : await feeds.read(token);
      if (pieces === undefined) {
        const limit = await limitWrongLinks(request);
        if (!limit.isAllowed && limit.isExceeded) throw tooManyWrongLinks(limit.ttlInSeconds);
        throw notFound(sentence('noCalendar'));
      }
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="leads.ics"')
        .send(Readable.from(oneByOne(pieces)));
    },
  );
}

function tooManyWrongLinks(retryAfterSeconds: number): AppError {
  return new AppError('too-many-requests', sentence('guessing'), { retryAfterSeconds });
}

/** Lets other requests run between the pieces. */
async function* oneByOne(pieces: Iterable<string>): AsyncGenerator<string> {
  for (const piece of pieces) {
    yield piece;
    await setImmediate();
  }
}
