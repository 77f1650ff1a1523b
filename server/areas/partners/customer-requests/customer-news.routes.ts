import { z } from 'zod';
import { customerNews, customerNewsQuery } from '../../../../contract/mail/mail.ts';
import { id } from '../../../../contract/text.ts';
import type { App } from '../../../platform/http/app.ts';
import { actorOf } from '../../identity/index.ts';
import type { CustomerNewsPreview } from './customer-news-preview.service.ts';

/** What a customer would be told, before it happens (LC-3). */
export function registerCustomerNewsRoutes(app: App, news: CustomerNewsPreview): void {
  app.get(
    '/api/v1/leads/:id/customer-news',
    {
      schema: {
        tags: ['Leads'],
        summary: 'What the customer is told if I decline the lead, with the email, or why nobody is told',
        params: z.object({ id }),
        querystring: customerNewsQuery,
        response: { 200: customerNews },
      },
    },
    (request) => news.preview(actorOf(request), request.params.id, request.query.news),
  );
}
