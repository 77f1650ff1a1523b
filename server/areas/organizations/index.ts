export { organizationsArea } from './area.ts';
export { noteDirectoryChange } from './directory-log.repo.ts';
export {
  findOperator,
  findOrganization,
  listLocations,
  listOffers,
  listPartners,
  listStorefronts,
  type OfferForIntake,
  unscopedFindOffer,
} from './organizations.repo.ts';
export { OrganizationsService } from './organizations.service.ts';
export { foreignLocation, noPartner } from './wrong-partner.ts';
