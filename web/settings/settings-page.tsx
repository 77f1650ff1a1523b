import { IconMapOff } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Permissions } from '../../contract/identity/identity.ts';
import { useMe } from '../api/queries.ts';
import { CalendarFeedSection } from '../areas/connections/calendar-feed-section.tsx';
import { AccessLogSection } from '../areas/identity/access-log-section.tsx';
import { ProfileSection } from '../areas/identity/profile-section.tsx';
import { ApiTokensSection } from '../areas/identity/secrets/api-tokens-section.tsx';
import { MarketplaceEndpointsSection } from '../areas/identity/secrets/marketplace-endpoints-section.tsx';
import { SessionsSection } from '../areas/identity/sessions-section.tsx';
import { ExportsSection } from '../areas/leads/exports/exports-section.tsx';
import { LeadRatingSection } from '../areas/leads/rating/index.ts';
import { ReplyTemplatesSection } from '../areas/leads/reply/reply-templates-section.tsx';
import { SharingSection } from '../areas/leads/sharing/sharing-section.tsx';
import { SpamListsSection } from '../areas/leads/spam-lists/spam-lists-section.tsx';
import { NotificationsSection } from '../areas/messages/preferences/notifications-section.tsx';
import { ContactSharingSection } from '../areas/partners/contact-sharing-section.tsx';
import { PeopleSection } from '../areas/people/people-section.tsx';
import { LeadPeriodsSection } from '../areas/periods/lead-periods-section.tsx';
import { VocabulariesSection } from '../areas/vocabularies/vocabularies-section.tsx';
import { OwnAbsence } from '../areas/working-time/own-absence.tsx';
import { WorkingCalendarSection } from '../areas/working-time/working-calendar-section.tsx';
import { Columns, Stack } from '../ui/content/index.ts';
import { EmptyState, NoPermission, Page, Panel } from '../ui/index.ts';
import { oneSetting, useRoomIs } from '../ui/room.ts';
import { shared } from '../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { SettingsNavigation } from './settings-navigation.tsx';
import {
  listSections,
  mayOpen,
  type SettingsKey,
  type SettingsSection,
  settingsSections,
} from './settings-sections.ts';

const contents: Readonly<Record<SettingsKey, ReactNode>> = {
  profile: (
    <>
      <ProfileSection />
      <OwnAbsence />
    </>
  ),
  notifications: <NotificationsSection />,
  sessions: <SessionsSection />,
  exports: <ExportsSection />,
  calendar: <CalendarFeedSection />,
  'working-calendar': <WorkingCalendarSection />,
  people: <PeopleSection />,
  'sharing-leads': <SharingSection />,
  'api-tokens': <ApiTokensSection />,
  'marketplace-endpoints': <MarketplaceEndpointsSection />,
  'contact-sharing': <ContactSharingSection />,
  'access-log': <AccessLogSection />,
  'lead-rating': <LeadRatingSection />,
  'lead-periods': <LeadPeriodsSection />,
  'spam-lists': <SpamListsSection />,
  vocabularies: <VocabulariesSection />,
  'reply-templates': <ReplyTemplatesSection />,
};

/**
 * Settings in three groups: one's own, the organization's and the installation's, as far as the role allows. On a narrow
 * screen, first the list, then the section alone.
 */
export function SettingsPage() {
  const { section: key } = useParams({ strict: false });
  const { permissions } = useMe();
  const isNarrow = useRoomIs(oneSetting);
  const section = settingsSections.find((candidate) => candidate.key === key);
  const name = section && shared(`section.${section.key}`);
  const navigation = <SettingsNavigation sections={listSections(permissions)} />;
  const title = name === undefined ? shared('title.settings') : t('sectionTitle', { section: name });
  if (key === undefined) {
    return <Page title={title}>{navigation}</Page>;
  }
  // The section stays mounted when the window changes: what is typed or open in it must not go.
  return (
    <Page
      title={title}
      heading={isNarrow ? (name ?? shared('title.settings')) : shared('title.settings')}
      up={
        isNarrow && (
          <Link to="/settings" className="ll-link">
            {t('back')}
          </Link>
        )
      }
    >
      <Columns split="menu">
        {!isNarrow && navigation}
        <Stack>{showSection(section, permissions)}</Stack>
      </Columns>
    </Page>
  );
}

function showSection(section: SettingsSection | undefined, permissions: Permissions): ReactNode {
  if (section === undefined) {
    return (
      <Panel>
        <EmptyState icon={<IconMapOff size={26} stroke={1.7} />} title={t('missing.title')}>
          {t('missing.hint')}
        </EmptyState>
      </Panel>
    );
  }
  if (mayOpen(section, permissions)) return contents[section.key];
  return (
    <Panel>
      <NoPermission title={t(`forbidden.${section.key}.title`)}>
        {t(`forbidden.${section.key}.whoCan`)}
      </NoPermission>
    </Panel>
  );
}
