export {
  findOperator,
  findOrganization,
  findPublicOffer,
  findPublicProfile,
  listLocations,
  listOfferStorefronts,
  listStorefronts,
  type OfferForIntake,
  unscopedFindOffer,
} from './organizations.repo.ts';
export { registerDirectoryRoutes } from './organizations.routes.ts';
export { DirectoryService } from './organizations.service.ts';
