import type { Desk, SavedView } from '../../../../contract/leads/views.ts';
import { makeOwnView } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import type { Answers } from '../../../../test/parts/server.ts';
import { useListState } from '../../../lead-query/use-list-state.ts';
import { useAnnouncedCommands } from '../../../ui/commands.ts';
import { ViewBanners, ViewMenu } from './index.ts';

const desk: Desk = { look: null, lastQuery: null, defaultViewId: null };

/** For tests: the part of the list that is about views, with a server that keeps them. */
export async function showViews(
  views: readonly SavedView[],
  { at = '/leads', answers = {} }: { at?: string; answers?: Answers } = {},
) {
  const kept = new Map(views.map((view) => [view.id, view]));
  const changed = (id: string, part: Partial<SavedView>) => {
    const view = { ...(kept.get(id) ?? makeOwnView({ id })), ...part };
    kept.set(id, view);
    return view;
  };
  return await renderPart(<Part />, {
    at,
    answers: {
      'GET /api/v1/me/desk': desk,
      'PATCH /api/v1/me/desk': ({ body }) => ({ ...desk, defaultViewId: body.defaultViewId ?? null }),
      'GET /api/v1/views': () => ({ items: [...kept.values()] }),
      'POST /api/v1/views': ({ body: { name, shared, definition } }) =>
        changed('00000000-0000-4000-8000-0000000000aa', { name, shared, definition: asSaved(definition) }),
      'PATCH /api/v1/views/:id': ({ params, body: { definition, ...body } }) =>
        changed(params.id, {
          ...body,
          ...(definition && { definition: asSaved(definition), layer: null }),
          version: (kept.get(params.id)?.version ?? 1) + 1,
        }),
      'DELETE /api/v1/views/:id': ({ params }) => void kept.delete(params.id),
      'PUT /api/v1/views/:id/layer': ({ params, body }) => changed(params.id, { layer: asSaved(body) }),
      'DELETE /api/v1/views/:id/layer': ({ params }) => changed(params.id, { layer: null }),
      'PUT /api/v1/views/:id/subscription': ({ params }) => changed(params.id, { followed: true }),
      'DELETE /api/v1/views/:id/subscription': ({ params }) => changed(params.id, { followed: false }),
      ...answers,
    },
  });
}

/** As JSON carries it, without what is not set. */
const asSaved = (definition: unknown) => JSON.parse(JSON.stringify(definition)) as SavedView['definition'];

function Part() {
  return (
    <>
      <List />
      <Palette />
    </>
  );
}

function List() {
  const control = useListState();
  return (
    <>
      <ViewMenu control={control} />
      <ViewBanners control={control} />
      <button type="button" onClick={() => control.change({ filters: { status: ['Accepted'] } })}>
        Only accepted
      </button>
      <output aria-label="Filters">{JSON.stringify(control.state.filters)}</output>
    </>
  );
}

function Palette() {
  return (
    <section aria-label="Palette">
      {useAnnouncedCommands().map(({ id, label, run }) => (
        <button key={id} type="button" onClick={run}>
          {label}
        </button>
      ))}
    </section>
  );
}
