import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roles } from '../contract/identity/lists.ts';
import type { PersonActor } from '../server/areas/identity/index.ts';
import { permissionsOf } from '../server/areas/identity/permissions.policy.ts';
import { mayOpen, settingsSections } from '../web/settings/settings-sections.ts';
import { listNavigation } from '../web/shell/navigation.ts';
import { shared } from '../web/ui/words/catalogue.ts';

const root = join(import.meta.dirname, '..');

/** The pages about roles: they show them to people, or give and take them. */
const aboutRoles = [
  'web/areas/identity/profile-section.tsx',
  'web/areas/leads/list/list-states.tsx',
  'web/areas/people/people-invite-dialog.tsx',
  'web/areas/people/people-role-dialog.tsx',
  'web/areas/people/people-section.tsx',
  'web/shell/account-menu.tsx',
];

/** True for code that checks a person's roles; naming one in a sentence is not a check. */
function looksAtRoles(code: string): boolean {
  const asked = code.replace(/words\.role\['[\w-]+'\]/g, '');
  if (roles.some((role) => asked.includes(`'${role}'`))) return true;
  return /\bgrants\b|\.roles\b|\brole\s*[!=]==|[!=]==\s*[\w.]*\brole\b/.test(asked);
}

function listCode(): string[] {
  return readdirSync(join(root, 'web'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join('web', name));
}

describe('ID-4: the app asks for permissions, never for a role', () => {
  it('ID-4 but on the pages that are about roles', () => {
    const found = listCode().filter((path) => looksAtRoles(readFileSync(join(root, path), 'utf8')));
    expect(found.toSorted()).toEqual(aboutRoles);
  });

  it.each([
    "if (role === 'seller') return null;",
    'const mine = me.grants.length;',
    'grant.role !== wanted',
    "const readers = ['operator-admin'];",
  ])('ID-4 a breach is found: %s', (code) => {
    expect(looksAtRoles(code)).toBe(true);
  });
});

describe('ID-4: what somebody is offered', () => {
  const offered = (locationId: string | null) => {
    const actor: PersonActor = {
      kind: 'person',
      personId: 'p',
      sessionId: 's',
      name: 'Ines',
      organizationId: 'o',
      organizationName: 'Northwind',
      organizationKind: 'operator',
      grants: [{ role: 'operator-admin', locationId, locationName: null }],
    };
    const permissions = permissionsOf(actor);
    return {
      pages: listNavigation({ permissions, kind: 'operator', unrouted: 'Unrouted leads' }).flatMap(
        ({ entries }) => entries.map(({ label }) => label),
      ),
      settings: settingsSections
        .filter((one) => mayOpen(one, permissions))
        .map(({ key }) => shared(`section.${key}`)),
    };
  };

  it('ID-4 an Operator admin of the installation is offered all that is the operator’s', () => {
    expect(offered(null)).toEqual({
      pages: [
        'Home',
        'Offers',
        'Unrouted leads',
        'Partners’ leads',
        'Import',
        'Quarantine',
        'People',
        'Working calendar',
        'Outbox',
        'Access log',
        'Settings',
      ],
      settings: [
        'Profile',
        'Notifications',
        'Calendar link',
        'Exports',
        'Sessions',
        'People',
        'Working calendar',
        'Marketplace endpoints',
        'API tokens',
        'Access log',
        'Lead rating',
        'Deadlines and retention',
        'Spam lists',
        'Vocabularies',
      ],
    });
  });

  it('ID-4 one of a single location is offered no page that the server would refuse', () => {
    expect(offered('l')).toEqual({
      pages: ['Home', 'Unrouted leads', 'Settings'],
      settings: ['Profile', 'Notifications', 'Calendar link', 'Exports', 'Sessions', 'Working calendar'],
    });
  });
});
