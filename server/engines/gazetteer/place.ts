/** A place on the map with at least some hundred people, or the seat of an administration. */
export interface Place {
  /** Its GeoNames id. */
  readonly id: number;
  readonly name: string;
  /** ISO 3166-1 alpha-2; for Kosovo, which has none, XK. */
  readonly country: string;
  /** The state, province or the like, as English calls it; null where none is known. */
  readonly region: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
}

/** A point on the earth, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const earthRadiusKm = 6371;

/** Kilometers between two points along the surface, by the haversine formula. */
export function distanceInKm(one: Point, other: Point): number {
  const radians = Math.PI / 180;
  const north = Math.sin(((other.latitude - one.latitude) * radians) / 2);
  const east = Math.sin(((other.longitude - one.longitude) * radians) / 2);
  const shrinking = Math.cos(one.latitude * radians) * Math.cos(other.latitude * radians);
  // Rounding can lift the sum a little above 1, for points at opposite ends.
  const chord = Math.min(1, north * north + shrinking * east * east);
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(chord));
}
