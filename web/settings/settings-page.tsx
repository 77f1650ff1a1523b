import { IconMapOff } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Me } from '../../contract/identity.ts';
import { useMe } from '../api/queries.ts';
import { CalendarFeedSection } from '../areas/connections/calendar-feed-section.tsx';
import { AccessLogSection } from '../areas/identity/access-log-section.tsx';
import { ApiTokensSection } from '../areas/identity/api-tokens-section.tsx';
import { MarketplaceEndpointsSection } from '../areas/identity/marketplace-endpoints-section.tsx';
import { ProfileSection } from '../areas/identity/profile-section.tsx';
import { SessionsSection } from '../areas/identity/sessions-section.tsx';
import { LeadRatingSection, mayReadModelCard } from '../areas/leads/rating/index.ts';
import { SpamListsSection } from '../areas/leads/spam-lists/spam-lists-section.tsx';
import { NotificationsSection } from '../areas/messages/preferences/notifications-section.tsx';
import { ContactSharingSection } from '../areas/partners/contact-sharing-section.tsx';
import { PeopleSection } from '../areas/people/people-section.tsx';
import { LeadPeriodsSection } from '../areas/periods/lead-periods-section.tsx';
import { WorkingCalendarSection } from '../areas/working-time/working-calendar-section.tsx';
import { EmptyState, NoPermission, Page, Panel } from '../ui/index.ts';
import classes from '../ui/sections/sections.module.css';
import { SettingsNavigation, type SettingsSection } from './settings-navigation.tsx';

const sections: readonly SettingsSection[] = [
  { key: 'profile', title: 'Profile', content: <ProfileSection /> },
  { key: 'notifications', title: 'Notifications', content: <NotificationsSection /> },
  { key: 'sessions', title: 'Sessions', content: <SessionsSection /> },
  {
    key: 'calendar',
    title: 'Calendar feed',
    mayOpen: (me) => me.permissions.readLeads,
    whoCan: 'People who work on leads can see their due dates in a calendar.',
    content: <CalendarFeedSection />,
  },
  { key: 'working-calendar', title: 'Working calendar', content: <WorkingCalendarSection /> },
  {
    key: 'people',
    title: 'People',
    mayOpen: (me) => me.permissions.managePeople,
    whoCan: 'An Account admin of your whole organization can invite people and change their roles.',
    content: <PeopleSection />,
  },
  {
    key: 'api-tokens',
    title: 'API tokens',
    mayOpen: (me) => me.permissions.manageAccess,
    whoCan: 'An Account admin of your organization can create and delete API tokens.',
    content: <ApiTokensSection />,
  },
  {
    key: 'marketplace-endpoints',
    title: 'Marketplace endpoints',
    mayOpen: (me) => me.permissions.manageIntake,
    whoCan:
      'An Account admin or a Referrals admin of your whole organization can manage marketplace endpoints.',
    content: <MarketplaceEndpointsSection />,
  },
  {
    key: 'contact-sharing',
    title: 'Sharing with the operator',
    mayOpen: (me) => me.organization.kind === 'partner',
    whoCan: 'Partners decide here whether the operator sees the contacts of their leads.',
    content: <ContactSharingSection />,
  },
  {
    key: 'access-log',
    title: 'Access log',
    mayOpen: (me) => me.permissions.manageAccess,
    whoCan: 'An Account admin of your organization can read the access log.',
    content: <AccessLogSection />,
  },
  {
    key: 'lead-rating',
    title: 'Lead rating',
    mayOpen: mayReadModelCard,
    whoCan: 'A Referrals admin of your whole organization or an Operator admin can see how leads are rated.',
    content: <LeadRatingSection />,
  },
  {
    key: 'lead-periods',
    title: 'Deadlines and retention',
    mayOpen: isOperatorAdmin,
    whoCan: 'An Operator admin of the installation can change deadlines and retention.',
    content: <LeadPeriodsSection />,
  },
  {
    key: 'spam-lists',
    title: 'Spam lists',
    mayOpen: isOperatorAdmin,
    whoCan: 'An Operator admin of the installation can change the spam lists.',
    content: <SpamListsSection />,
  },
];

/** The lists count for every partner, so they are for those whose role is for all of the installation. */
function isOperatorAdmin({ organization, grants }: Me): boolean {
  const isEverywhere = grants.some(
    ({ role, locationId }) => role === 'operator-admin' && locationId === null,
  );
  return organization.kind === 'operator' && isEverywhere;
}

const mayOpen = (section: SettingsSection, me: Me) => section.mayOpen?.(me) ?? true;

/** The settings of the person and, as far as the role allows, of the organization. */
export function SettingsPage() {
  const { section: key = 'profile' } = useParams({ strict: false });
  const me = useMe();
  const section = sections.find((candidate) => candidate.key === key);
  return (
    <Page title={section ? `${section.title} · Settings` : 'Settings'} heading="Settings">
      <div className={classes.layout}>
        <SettingsNavigation sections={sections.filter((candidate) => mayOpen(candidate, me))} />
        <div className={classes.content}>{showSection(section, me)}</div>
      </div>
    </Page>
  );
}

function showSection(section: SettingsSection | undefined, me: Me): ReactNode {
  if (section === undefined) {
    return (
      <Panel>
        <EmptyState icon={<IconMapOff size={26} stroke={1.7} />} title="This section doesn’t exist">
          Choose a section from the list.
        </EmptyState>
      </Panel>
    );
  }
  if (mayOpen(section, me)) return section.content;
  return (
    <Panel>
      <NoPermission
        title={`Your role can’t see ${section.title === 'API tokens' ? section.title : section.title.toLowerCase()}`}
      >
        {section.whoCan}
      </NoPermission>
    </Panel>
  );
}
