import { Button } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../../ui/index.ts';
import { t } from '../catalogue.ts';
import { useEditing } from '../editing/use-editing.ts';
import { ContactCard } from './contact-card.tsx';

/** Who gets the leads of each page (NT-1). */
export function ContactStep() {
  const { profile, locations } = useEditing();
  if (locations.length === 0) return <NoLocation profileId={profile.id} />;
  return (
    <>
      <p className="ll-note">{t('contact.hint')}</p>
      {locations.map((location) => (
        <ContactCard key={location.id} location={location} />
      ))}
    </>
  );
}

function NoLocation({ profileId }: { profileId: string }) {
  return (
    <EmptyState
      icon={<IconMapPin size={26} stroke={1.7} />}
      title={t('contact.noLocation')}
      actions={
        <Button
          renderRoot={(props) => (
            <Link
              to="/presence/profiles/$profileId/$step"
              params={{ profileId, step: 'locations' }}
              {...props}
            />
          )}
        >
          {t('contact.toLocations')}
        </Button>
      }
    >
      {t('contact.noLocationText')}
    </EmptyState>
  );
}
