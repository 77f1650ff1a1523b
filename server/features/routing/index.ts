export { type Route, type RoutingFacts, routeLead } from './routing.rules.ts';
