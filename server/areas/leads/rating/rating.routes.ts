import { qualityEndpoints, ratingEndpoints } from '../../../../contract/leads/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { actorOf } from '../../identity/index.ts';
import type { RatingService } from './rating.service.ts';

/** Ratings, and the model behind them. */
export function registerRatingRoutes(app: App, rating: RatingService): void {
  doorsOf(app, ratingEndpoints)('GET /api/v1/leads/:id/rating', (request) =>
    rating.get(actorOf(request), request.params.id),
  );
  doorsOf(app, qualityEndpoints)('GET /api/v1/quality/model', (request) => rating.card(actorOf(request)));
}
