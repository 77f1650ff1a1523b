import { customerNewsEndpoints } from '../../../../contract/partners/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { forReader } from '../../../platform/http/reader-language.ts';
import { actorOf } from '../../identity/index.ts';
import type { CustomerNewsPreview } from './customer-news-preview.service.ts';

/** A preview of what a customer would be told (LC-3). */
export function registerCustomerNewsRoutes(app: App, news: CustomerNewsPreview): void {
  const door = doorsOf(app, customerNewsEndpoints);
  door('GET /api/v1/leads/:id/customer-news', async (request) =>
    forReader(request, await news.preview(actorOf(request), request.params.id, request.query.news)),
  );
}
