import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Stack } from '../../ui/content/index.ts';
import { t } from './catalogue.ts';
import { inScheme } from './mail-scheme.ts';
import classes from './outbox.module.css';

type View = 'light' | 'dark' | 'text';

const views: readonly View[] = ['light', 'dark', 'text'];

/** An email as mail programs show it: light, dark or plain text. */
export function MailPreview({ mail }: { mail: { subject: string; text: string; html: string } }) {
  const scheme = useComputedColorScheme('light');
  const [chosen, setChosen] = useState<View | undefined>();
  const view = chosen ?? scheme;
  return (
    <Stack>
      <fieldset className="ll-choices" aria-label={t('preview.views')}>
        {views.map((value) => (
          <ViewButton key={value} pressed={value === view} onClick={() => setChosen(value)}>
            {t(`preview.${value}`)}
          </ViewButton>
        ))}
      </fieldset>
      {view === 'text' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={classes.plain} tabIndex={0} aria-label={t('preview.textLabel')}>
          {mail.text}
        </section>
      ) : (
        // Without any permission: no scripts, forms or navigation, and the content security policy of the page applies.
        <iframe
          key={view}
          className={classes.frame}
          title={t('preview.frame', { subject: mail.subject })}
          sandbox=""
          srcDoc={inScheme(mail.html, view)}
          style={{ colorScheme: view }}
        />
      )}
      <p className="ll-note ll-small">{t('preview.hint')}</p>
    </Stack>
  );
}

interface ViewButtonProps {
  pressed: boolean;
  onClick: () => void;
  children: ReactNode;
}

function ViewButton({ pressed, ...props }: ViewButtonProps) {
  return <button type="button" className={classes.view} aria-pressed={pressed} {...props} />;
}
