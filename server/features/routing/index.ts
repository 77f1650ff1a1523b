export { type Route, type RoutingFacts, routeLead } from './routing.rules.ts';
export { suggestForUnrouted } from './suggest-partners.rules.ts';
