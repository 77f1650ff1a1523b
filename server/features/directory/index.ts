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
} from './directory.repo.ts';
export { registerDirectoryRoutes } from './directory.routes.ts';
export { DirectoryService } from './directory.service.ts';
