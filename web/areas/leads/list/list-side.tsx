import type { DeskLayout } from '../../../../contract/leads/lists.ts';
import classes from './classic.module.css';
import { ClassicList } from './classic-list.tsx';
import { LeadBeside } from './lead-beside.tsx';
import { LeadCards } from './lead-cards.tsx';
import { LeadGrid } from './lead-grid.tsx';
import { ListFooter } from './list-footer.tsx';
import { ListProblem, showsList } from './list-states.tsx';
import type { ListView } from './list-view.ts';
import { NewsPill } from './news-pill.tsx';

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
  return (
    <div className={classes.desk}>
      <div className={classes.column} data-beside>
        <Leads view={view} layout={layout} />
      </div>
      <LeadBeside beside={beside} list={list} keys={view.keys} answer={view.answer} />
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
