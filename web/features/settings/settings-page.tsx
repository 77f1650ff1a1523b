import { IconMapOff } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Permissions } from '../../../contract/identity.ts';
import { useMe } from '../../api/queries.ts';
import { EmptyState, NoPermission, Page, Panel } from '../../ui/index.ts';
import { AccessLogSection } from './access-log-section.tsx';
import { ApiTokensSection } from './api-tokens-section.tsx';
import { MarketplaceEndpointsSection } from './marketplace-endpoints-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import classes from './settings.module.css';
import { SettingsNavigation, type SettingsSection } from './settings-navigation.tsx';

const sections: readonly SettingsSection[] = [
  { key: 'profile', title: 'Profile', content: <ProfileSection /> },
  { key: 'sessions', title: 'Sessions', content: <SessionsSection /> },
  {
    key: 'api-tokens',
    title: 'API tokens',
    needs: 'manageAccess',
    whoCan: 'An Account admin of your organization can create and delete API tokens.',
    content: <ApiTokensSection />,
  },
  {
    key: 'marketplace-endpoints',
    title: 'Marketplace endpoints',
    needs: 'manageIntake',
    whoCan:
      'An Account admin or a Referrals admin of your whole organization can manage marketplace endpoints.',
    content: <MarketplaceEndpointsSection />,
  },
  {
    key: 'access-log',
    title: 'Access log',
    needs: 'manageAccess',
    whoCan: 'An Account admin of your organization can read the access log.',
    content: <AccessLogSection />,
  },
];

const mayOpen = (section: SettingsSection, permissions: Permissions) =>
  section.needs === undefined || permissions[section.needs];

/** The settings of the person and, as far as the role allows, of the organization. */
export function SettingsPage() {
  const { section: key = 'profile' } = useParams({ strict: false });
  const { permissions } = useMe();
  const section = sections.find((candidate) => candidate.key === key);
  return (
    <Page title={section ? `${section.title} · Settings` : 'Settings'} heading="Settings">
      <div className={classes.layout}>
        <SettingsNavigation sections={sections.filter((candidate) => mayOpen(candidate, permissions))} />
        <div className={classes.content}>{showSection(section, permissions)}</div>
      </div>
    </Page>
  );
}

function showSection(section: SettingsSection | undefined, permissions: Permissions): ReactNode {
  if (section === undefined) {
    return (
      <Panel>
        <EmptyState icon={<IconMapOff size={26} stroke={1.7} />} title="There is no such section">
          Choose one of the sections listed here.
        </EmptyState>
      </Panel>
    );
  }
  if (mayOpen(section, permissions)) return section.content;
  return (
    <Panel>
      <NoPermission
        title={`Your role does not show ${section.title === 'API tokens' ? section.title : section.title.toLowerCase()}`}
      >
        {section.whoCan}
      </NoPermission>
    </Panel>
  );
}
