import type { Partner } from '../../../../contract/organizations/partners.ts';
import { t } from './catalogue.ts';

/** A lead as a seller or marketer types it. */
export interface LeadForm {
  organizationId: string;
  locationId: string;
  offerId: string;
  referralProgram: string;
  customerName: string;
  country: string;
  firstName: string;
  lastName: string;
  title: string;
  email: string;
  phone: string;
  message: string;
  /** A yes/no question: without an answer nothing is sent. */
  contactAllowed: '' | 'yes' | 'no';
  contactDirectly: boolean;
}

/** The empty form. */
export const emptyLeadForm: LeadForm = {
  organizationId: '',
  locationId: '',
  offerId: '',
  referralProgram: '',
  customerName: '',
  country: '',
  firstName: '',
  lastName: '',
  title: '',
  email: '',
  phone: '',
  message: '',
  contactAllowed: '',
  contactDirectly: false,
};

/** The form field for a path in the request. */
export const renamedLeadFields = {
  'contact.firstName': 'firstName',
  'contact.lastName': 'lastName',
  'contact.title': 'title',
  'contact.email': 'email',
  'contact.phone': 'phone',
  contact: 'email',
};

const orNothing = (text: string) => text.trim() || undefined;

/** The body of the request, without empty fields. */
export function toLeadBody(form: LeadForm) {
  return {
    organizationId: form.organizationId,
    locationId: orNothing(form.locationId),
    offerId: orNothing(form.offerId),
    referralProgram: orNothing(form.referralProgram),
    customerName: orNothing(form.customerName),
    country: orNothing(form.country),
    contact: {
      firstName: orNothing(form.firstName),
      lastName: orNothing(form.lastName),
      title: orNothing(form.title),
      email: orNothing(form.email),
      phone: orNothing(form.phone),
    },
    message: orNothing(form.message),
    contactAllowed: form.contactAllowed === 'yes',
    contactDirectly: form.contactAllowed === 'yes' && form.contactDirectly,
  };
}

/** What is missing, by form field. */
export function checkLeadForm(form: LeadForm): Record<string, string> {
  const errors: Record<string, string> = {};
  if (form.organizationId === '') errors.organizationId = t('send.partner.missing');
  if (form.email.trim() === '' && form.phone.trim() === '') {
    errors.email = t('send.customer.unreachable');
  }
  if (form.contactAllowed === '') errors.contactAllowed = t('send.request.consentMissing');
  return errors;
}

/** The offers of a partner as choices, each once: several storefronts may list the same offer. */
export function listOffers(partner: Partner | undefined): { value: string; label: string }[] {
  const titles = new Map(partner?.offers.map((offer) => [offer.id, offer.title]));
  return [...titles].map(([value, label]) => ({ value, label }));
}
