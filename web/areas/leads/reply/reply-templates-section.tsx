import { Button } from '@mantine/core';
import { IconMailPlus, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { replyFields } from '../../../../contract/leads/reply-fields.ts';
import type { ReplyTemplate } from '../../../../contract/leads/reply-templates.ts';
import { request } from '../../../api/client.ts';
import { List, ListRow, Loaded, RowsSkeleton } from '../../../ui/content/index.ts';
import { announce, announceFailure, announceWithUndo } from '../../../ui/forms/index.ts';
import { Buttons, EmptyState, Panel } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './reply.module.css';
import { groupTemplates, templatesQuery } from './reply-data.ts';
import { TemplateDialog, type TemplateStart } from './template-dialog.tsx';

type Asked = { template: ReplyTemplate } | { start?: TemplateStart };

/** The templates of replies: one's own and shared ones to change, and those that come with Leadlight to copy (WS-17). */
export function ReplyTemplatesSection() {
  const client = useQueryClient();
  const query = useQuery(templatesQuery);
  const [asked, setAsked] = useState<Asked>();
  const remove = useRemoveTemplate();
  const refresh = () => void client.invalidateQueries({ queryKey: templatesQuery.queryKey });
  const rows = { onEdit: setAsked, onDelete: (one: ReplyTemplate) => remove.mutate(one) };
  return (
    <>
      <Panel
        title={shared('section.reply-templates')}
        flush
        actions={
          <Button
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setAsked({})}
          >
            {t('templates.add')}
          </Button>
        }
      >
        <Loaded query={query} loading={<RowsSkeleton rows={3} />}>
          {(templates) => <Written {...groupTemplates(templates)} {...rows} />}
        </Loaded>
      </Panel>
      <Panel title={t('templates.starters')} flush>
        <Loaded query={query} loading={<RowsSkeleton rows={3} />}>
          {(templates) => (
            <List>
              {groupTemplates(templates).starters.map((starter) => (
                <TemplateRow key={starter.id} template={starter} {...rows} />
              ))}
            </List>
          )}
        </Loaded>
      </Panel>
      {asked && (
        <TemplateDialog
          template={'template' in asked ? asked.template : undefined}
          start={'start' in asked ? asked.start : undefined}
          onSaved={() => {
            announce(t('templates.saved'));
            refresh();
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

interface RowProps {
  onEdit: (asked: Asked) => void;
  onDelete: (template: ReplyTemplate) => void;
}

interface WrittenProps extends RowProps {
  mine: readonly ReplyTemplate[];
  shared: readonly ReplyTemplate[];
}

function Written({ mine, shared: ofAll, ...rows }: WrittenProps) {
  const written = [...mine, ...ofAll];
  const fields = replyFields.map((field) => `{{${field}}}`).join(', ');
  return (
    <>
      <p className={`ll-note ${classes.intro}`}>{t('templates.intro', { fields })}</p>
      {written.length === 0 ? (
        <EmptyState icon={<IconMailPlus size={26} stroke={1.7} />} title={t('templates.none')}>
          {t('templates.noneHint')}
        </EmptyState>
      ) : (
        <List>
          {written.map((template) => (
            <TemplateRow key={template.id} template={template} {...rows} />
          ))}
        </List>
      )}
    </>
  );
}

function TemplateRow({ template, onEdit, onDelete }: RowProps & { template: ReplyTemplate }) {
  const { name, subject, text, starter, owner, mayChange } = template;
  const standing = starter
    ? t('templates.language', { language: starter })
    : template.shared
      ? t('templates.isShared', { owner: owner?.name ?? '' })
      : t('templates.isYours');
  return (
    <ListRow
      title={<bdi>{name}</bdi>}
      details={
        <>
          <span>{standing}</span>
          <bdi>{subject}</bdi>
        </>
      }
      wraps
      actions={
        <Buttons>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('templates.copyNamed', { name })}
            onClick={() => onEdit({ start: { name, subject, text } })}
          >
            {t('templates.copy')}
          </Button>
          {mayChange && (
            <>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={shared('action.editNamed', { name })}
                onClick={() => onEdit({ template })}
              >
                {shared('action.edit')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={shared('action.deleteNamed', { name })}
                onClick={() => onDelete(template)}
              >
                {shared('action.delete')}
              </Button>
            </>
          )}
        </Buttons>
      }
    >
      <p className={`ll-small ${classes.preview}`} dir="auto">
        {text}
      </p>
    </ListRow>
  );
}

/** Deletes a template, with Undo: then it is written again, as one's own. */
function useRemoveTemplate() {
  const client = useQueryClient();
  const refresh = () => void client.invalidateQueries({ queryKey: templatesQuery.queryKey });
  const restore = useMutation({
    mutationFn: ({ name, subject, text, shared: isShared }: ReplyTemplate) =>
      request('POST /api/v1/reply-templates', { body: { name, subject, text, shared: isShared } }),
    onSuccess: () => announce(t('templates.restored')),
    onError: (error) => announceFailure(t('templates.restoreFailed'), error),
    onSettled: refresh,
  });
  return useMutation({
    mutationFn: ({ id, version }: ReplyTemplate) =>
      request('DELETE /api/v1/reply-templates/:id', {
        params: { id },
        headers: { 'if-match': `"${version}"` },
      }),
    onSuccess: (_answer, template) =>
      announceWithUndo(t('templates.deleted'), () => restore.mutate(template)),
    onError: (error) => announceFailure(t('templates.deleteFailed'), error),
    onSettled: refresh,
  });
}
