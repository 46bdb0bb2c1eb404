/** A position: latitude in [-90, 90] and longitude in [-180, 180], both in degrees. */
export class GeoPoint {
  constructor(
    readonly latitude: number,
    readonly longitude: number,
  ) {}
}
