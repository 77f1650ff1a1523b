import { useQuery } from '@tanstack/react-query';
import { Loaded, RowsSkeleton } from '../../ui/content/index.ts';
import { PacksPanel } from './packs-panel.tsx';
import { ValuesPanel } from './values-panel.tsx';
import { vocabulariesQuery } from './vocabularies-data.ts';

/** The values of vocabularies, and the packs that they come from (VO-1, VO-2). */
export function VocabulariesSection() {
  const query = useQuery(vocabulariesQuery);
  return (
    <Loaded query={query} loading={<RowsSkeleton rows={8} />}>
      {({ items, packs }) => (
        <>
          <ValuesPanel vocabularies={items} />
          {packs && <PacksPanel packs={packs} />}
        </>
      )}
    </Loaded>
  );
}
