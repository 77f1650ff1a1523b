import type { Area, AreaParts } from '../../platform/area.ts';
import type { Outbox } from '../mail/index.ts';
import { ContactsService } from './contacts.service.ts';
import { LogosService } from './logos.service.ts';
import { registerProfileRoutes } from './profiles.routes.ts';
import { ProfilesService } from './profiles.service.ts';
import { PublishingService } from './publishing.service.ts';

/** Business profiles: what customers find partners by. */
export function profilesArea({ databases, clock, outbox }: AreaParts & { readonly outbox: Outbox }) {
  const { general: db } = databases;
  const profiles = new ProfilesService(db, clock);
  const publishing = new PublishingService(db, clock, profiles);
  const logos = new LogosService(db, clock, profiles);
  const contacts = new ContactsService(db, clock, outbox, profiles);
  const area: Area = {
    serve: ({ app }) => registerProfileRoutes(app, { profiles, publishing, logos, contacts }),
  };
  return { ...area, contacts };
}
