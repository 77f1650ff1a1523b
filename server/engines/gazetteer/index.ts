export type { AddressCheck, AddressDoubt, CheckedAddress } from './check-address.ts';
export { type Gazetteer, type NearPlace, openGazetteer } from './gazetteer.ts';
export { distanceInKm, type Place, type Point } from './place.ts';
