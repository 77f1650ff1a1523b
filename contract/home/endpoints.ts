import { declareEndpoints } from '../endpoint.ts';
import { home } from './home.ts';

/** The home page of the signed-in person. */
export const homeEndpoints = declareEndpoints('Home', {
  'GET /api/v1/home': {
    summary: 'What I have to look at, by role: leads to answer, deals, what waits for a decision, and set-up',
    answers: { 200: home },
  },
});
