export { connectionsArea } from './area.ts';
