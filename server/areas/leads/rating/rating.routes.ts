import { z } from 'zod';
import { leadRatingAnswer, modelCard } from '../../../../contract/leads/rating.ts';
import { id } from '../../../../contract/text.ts';
import type { App } from '../../../platform/http/app.ts';
import { actorOf } from '../../identity/index.ts';
import type { RatingService } from './rating.service.ts';

/** Ratings, and the model behind them. */
export function registerQualityRoutes(app: App, rating: RatingService): void {
  app.get(
    '/api/v1/leads/:id/rating',
    {
      schema: {
        tags: ['Leads'],
        summary: 'How a lead was rated, and why',
        params: z.object({ id }),
        response: { 200: leadRatingAnswer },
      },
    },
    (request) => rating.get(actorOf(request), request.params.id),
  );
  app.get(
    '/api/v1/quality/model',
    {
      schema: {
        tags: ['Quality'],
        summary: 'The model that rates leads: what it learned from, and how well it does',
        response: { 200: modelCard },
      },
    },
    (request) => rating.card(actorOf(request)),
  );
}
