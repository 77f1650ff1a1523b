import { declareEndpoints } from '../endpoint.ts';
import { partnerList, storefrontList } from './partners.ts';

/** Storefronts and partners. */
export const organizationEndpoints = declareEndpoints('Directory', {
  'GET /api/v1/storefronts': { summary: 'Where offers are shown', answers: { 200: storefrontList } },
  'GET /api/v1/partners': {
    summary: 'Partners that leads can be sent to',
    answers: { 200: partnerList },
  },
});
