import { type CSSProperties, useRef } from 'react';
import type { DeskLayout } from '../../../../contract/leads/lists.ts';
import { t } from './catalogue.ts';
import classes from './classic.module.css';
import { ClassicList } from './classic-list.tsx';
import { Edge } from './edge.tsx';
import { LeadBeside } from './lead-beside.tsx';
import { LeadCards } from './lead-cards.tsx';
import { LeadGrid } from './lead-grid.tsx';
import { ListFooter } from './list-footer.tsx';
import { ListProblem, showsList } from './list-states.tsx';
import type { ListView } from './list-view.ts';
import { NewsPill } from './news-pill.tsx';
import { useListWidth } from './use-list-width.ts';
import type { OpenLead } from './use-open-lead.ts';

interface Props {
  view: ListView;
  layout: DeskLayout | 'cards';
}

const shapes = { grid: LeadGrid, classic: ClassicList, cards: LeadCards } as const;

/** The leads, or why there are none; next to them the open lead where leads open beside the list. */
export function ListSide({ view, layout }: Props) {
  const { list, beside } = view;
  if (beside === null) return <Leads view={view} layout={layout} />;
  if (!showsList(list) && beside.id === null) return <Leads view={view} layout={layout} />;
  return <Halves view={view} layout={layout} beside={beside} />;
}

/** The list and the open lead, with an edge between them that sets how wide the list is. */
function Halves({ view, layout, beside }: Props & { beside: OpenLead }) {
  const desk = useRef<HTMLDivElement>(null);
  const { width, range, resizing } = useListWidth(desk, view.control);
  return (
    <div ref={desk} className={classes.desk} style={{ '--list-width': `${width}rem` } as CSSProperties}>
      <div className={classes.column} data-beside>
        <Leads view={view} layout={layout} />
        <Edge
          label={t('layout.width')}
          hint={t('layout.widthHint')}
          className={classes.edge}
          width={width}
          range={range}
          {...resizing}
        />
      </div>
      <LeadBeside
        beside={beside}
        list={view.list}
        keys={view.keys}
        answer={view.answer}
        answeringId={view.answeringId}
      />
    </div>
  );
}

function Leads({ view, layout }: Props) {
  const { list, control } = view;
  const Shape = shapes[layout];
  return (
    <>
      <NewsPill live={view.live} />
      {showsList(list) ? (
        <>
          <Shape {...view} />
          <ListFooter
            list={list}
            limit={control.state.limit}
            onLimit={(limit) => control.change({ limit })}
          />
        </>
      ) : (
        <ListProblem list={list} control={control} />
      )}
    </>
  );
}
