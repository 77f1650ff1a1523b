import { Skeleton } from '@mantine/core';
import { Panel } from '../../../../ui/index.ts';
import { shared } from '../../../../ui/words/catalogue.ts';
import { titles } from './catalogue.ts';

/** Sized like the first panels, with their titles. */
export function ModelCardSkeleton() {
  return (
    <>
      <Panel title={shared('section.lead-rating')}>
        <Bars widths={[40, 85, 62, 55, 70]} />
      </Panel>
      <Panel title={titles('ratings')}>
        <Bars widths={[95, 95, 95, 95]} />
      </Panel>
      <Panel title={titles('metrics')}>
        <Bars widths={[70, 90, 88, 92, 86, 90]} />
      </Panel>
    </>
  );
}

function Bars({ widths }: { widths: readonly number[] }) {
  return (
    <div aria-busy>
      {widths.map((width, bar) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without meaning
        <Skeleton key={bar} height={16} width={`${width}%`} my={12} radius="sm" />
      ))}
    </div>
  );
}
