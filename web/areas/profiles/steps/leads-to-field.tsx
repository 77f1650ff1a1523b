import { Select } from '@mantine/core';
import { t } from '../catalogue.ts';
import type { ShownLocation } from '../editing/draft-fields.ts';
import { useEditing } from '../editing/use-editing.ts';
import { partWords } from '../profile-words.ts';
import { useLocation } from './use-location.ts';

const made = 'made';

/** Which location of the organization gets the leads of a page: one that there is, or one that is made with it. */
export function LeadsToField({ location }: { location: ShownLocation }) {
  const { key, change, inputAt } = useLocation(location);
  const { ownLocations } = useEditing().profile;
  const { leadsTo } = location;
  const options = ownLocations.map(({ id, name }) => ({ value: id, label: name }));
  const isListed = leadsTo === null || options.some(({ value }) => value === leadsTo);
  return (
    <div data-field={`${key}.leadsTo`}>
      <Select
        label={partWords.leadsTo}
        allowDeselect={false}
        data={[
          ...(location.address === null || leadsTo === null
            ? [{ value: made, label: t('location.leadsToNew') }]
            : []),
          ...options,
          ...(isListed ? [] : [{ value: leadsTo, label: t('location.leadsToOther') }]),
        ]}
        {...inputAt('leadsTo')}
        value={leadsTo ?? made}
        onChange={(chosen) => change({ leadsTo: chosen === made ? null : chosen }, 'leadsTo')}
      />
    </div>
  );
}
