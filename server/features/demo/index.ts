export { type DemoPerson, demoMarketplaceKeys, demoPassword, demoPeople } from './cast.ts';
export { describeDemo } from './describe.ts';
export { type DemoEndpoint, type DemoSummary, loadDemo } from './load.ts';
