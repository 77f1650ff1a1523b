import type { Area, AreaParts } from '../../platform/area.ts';
import type { LeadChanges } from '../leads/index.ts';
import type { OrganizationsService } from '../organizations/index.ts';
import { ApiIntake } from './doors/api-intake.service.ts';
import { registerIntakeRoutes } from './doors/intake.routes.ts';
import { MarketplaceIntake } from './doors/marketplace.service.ts';
import { linkRepeats, readAddresses } from './intake.jobs.ts';
import { IntakeService } from './intake.service.ts';
import { receiveReleased, removeForm, removeUndecided } from './quarantine/quarantine.jobs.ts';
import { registerQuarantineRoutes } from './quarantine/quarantine.routes.ts';
import { Quarantine } from './quarantine/quarantine.service.ts';
import { readAllAddresses } from './read-addresses.ts';
import { Repeats } from './repeats.service.ts';
import { registerSentLeadRoutes } from './sent-leads/sent-leads.routes.ts';
import { SentLeads } from './sent-leads/sent-leads.service.ts';
import { registerUnroutedRoutes } from './unrouted/unrouted.routes.ts';
import { UnroutedLeads } from './unrouted/unrouted.service.ts';

export interface IntakeParts extends AreaParts {
  readonly changes: LeadChanges;
  readonly organizations: OrganizationsService;
}

/** How leads come in: from marketplaces, programs, and people who send them; and what waits for the operator. */
export function intakeArea({ config, clock, databases, changes, organizations }: IntakeParts) {
  const { general: db, intake: intakeDb } = databases;
  const intake = new IntakeService(intakeDb, clock, changes);
  /** Submissions of public forms that look like spam; uses intake's connections, as forms are a door. */
  const quarantine = new Quarantine(intakeDb, clock, intake);
  const area: Area = {
    serve: ({ app }) => {
      const marketplace = new MarketplaceIntake(intakeDb, clock, intake);
      registerIntakeRoutes(app, config, marketplace, new ApiIntake(intakeDb, intake));
      registerSentLeadRoutes(app, new SentLeads(db, clock));
      registerUnroutedRoutes(app, new UnroutedLeads(db, clock, changes, organizations));
      registerQuarantineRoutes(app, new Quarantine(db, clock, intake));
    },
    jobs: () => {
      const repeats = new Repeats(db, clock, changes);
      return [
        linkRepeats.doneBy(({ organizationId, leadIds }) => repeats.link(organizationId, leadIds)),
        readAddresses.doneBy(({ after }) => readAllAddresses(db, after)),
        receiveReleased.doneBy(({ organizationId, submissionId }) =>
          quarantine.receiveReleased(organizationId, submissionId),
        ),
        removeForm.doneBy(({ organizationId, submissionId }) =>
          quarantine.removeForm(organizationId, submissionId),
        ),
        removeUndecided.doneBy(() => quarantine.removeUndecided()),
      ];
    },
  };
  return { ...area, intake, quarantine };
}
