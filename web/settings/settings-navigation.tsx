import {
  IconArrowsSplit2,
  IconBan,
  IconCalendarTime,
  IconGauge,
  IconHistory,
  IconHourglass,
  IconKey,
  IconShare,
  IconTags,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMe } from '../api/me.ts';
import { shared } from '../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { ownSectionIcons } from './own-section-icons.ts';
import classes from './settings.module.css';
import { type SettingsKey, type SettingsSection, settingsOwners } from './settings-sections.ts';

const icons: Readonly<Record<SettingsKey, typeof IconBan>> = {
  ...ownSectionIcons,
  people: IconUsers,
  'sharing-leads': IconArrowsSplit2,
  'working-calendar': IconCalendarTime,
  'marketplace-endpoints': IconWebhook,
  'api-tokens': IconKey,
  'contact-sharing': IconShare,
  'access-log': IconHistory,
  'lead-rating': IconGauge,
  'lead-periods': IconHourglass,
  'spam-lists': IconBan,
  vocabularies: IconTags,
};

/** Whose settings a group holds; the organization has a name of its own. */
const ownerWords = { person: shared('you'), installation: t('owner.installation') } as const;

/** The sections that the person may open, by whose settings they are. */
export function SettingsNavigation({ sections }: { sections: readonly SettingsSection[] }) {
  const { organization } = useMe();
  return (
    <nav className={classes.navigation} aria-label={shared('title.settings')}>
      {settingsOwners.map((owner) => {
        const own = sections.filter((section) => section.of === owner);
        if (own.length === 0) return null;
        const heading = `settings-of-${owner}`;
        return (
          <div key={owner} className={classes.group}>
            <h2 id={heading} className={classes.heading}>
              {owner === 'organization' ? organization.name : ownerWords[owner]}
            </h2>
            <ul className="ll-list" aria-labelledby={heading}>
              {own.map(({ key }) => (
                <li key={key}>
                  <SectionLink section={key} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

function SectionLink({ section }: { section: SettingsKey }) {
  const SectionIcon = icons[section];
  return (
    <Link to="/settings/$section" params={{ section }} className={classes.navigationLink}>
      <SectionIcon size={18} stroke={1.7} aria-hidden />
      {shared(`section.${section}`)}
    </Link>
  );
}
