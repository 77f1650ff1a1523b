import type { Answers } from './server.ts';

/** What the server says of a lead that has nothing besides itself; the lead and its neighbors are the test's own. */
export const nothingAboutLead: Answers = {
  'GET /api/v1/leads/:id/contact-checks': {
    checking: false,
    withheld: null,
    email: null,
    phone: null,
    spamReport: null,
    allowedActions: [],
  },
  'GET /api/v1/leads/:id/duplicates': { items: [], allowedActions: [] },
  'GET /api/v1/leads/:id/timeline': { items: [], nextCursor: null },
  'GET /api/v1/leads/:id/activities': { items: [], nextCursor: null, mayAdd: true },
  'GET /api/v1/leads/:id/rating': { rating: null },
  'GET /api/v1/leads/:id/notices': { items: [], answer: null },
  'GET /api/v1/leads/:id/customer-news': { told: true, reason: null, words: 'They are told.', mail: null },
  'GET /api/v1/people': { items: [] },
  'GET /api/v1/storefronts': { items: [] },
  'PUT /api/v1/leads/:id/presence': { others: [] },
  'DELETE /api/v1/leads/:id/presence': undefined,
};
