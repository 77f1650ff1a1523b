import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Stack } from '../content/index.ts';
import { Dialog } from '../dialog.tsx';
import { Buttons, CopyButton } from '../index.ts';
import { strong } from '../rich-text.tsx';
import { shared } from '../words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './sections.module.css';

type Secret = 'token' | 'address' | 'link';

interface SecretDialogProps {
  title: string;
  what: Secret;
  value: string;
  onClose: () => void;
  children?: ReactNode;
}

/** Shows a secret that will never be shown again. Only its button closes it, so it isn't lost by accident. */
export function SecretDialog({ title, what, value, onClose, children }: SecretDialogProps) {
  return (
    <Dialog
      onClose={onClose}
      title={title}
      size="42rem"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <p style={{ margin: 0 }}>
          <IconKey size={16} stroke={1.8} aria-hidden style={{ verticalAlign: '-0.2em' }} />{' '}
          {t.rich('secret.hint', { what, b: strong })}
        </p>
        <SecretValue what={what} value={value} />
        {children}
        <Buttons place="end">
          <Button onClick={onClose}>{shared('copied')}</Button>
        </Buttons>
      </Stack>
    </Dialog>
  );
}

/** The secret itself, to copy; it has the initial focus. */
export function SecretValue({ what, value }: Pick<SecretDialogProps, 'what' | 'value'>) {
  return (
    <div className={classes.secret}>
      <code data-autofocus tabIndex={-1}>
        {value}
      </code>
      <CopyButton value={value} label={t(`secret.copy.${what}`)} />
    </div>
  );
}

interface LostSecretDialogProps {
  what: Exclude<Secret, 'link'>;
  name: string;
  onClose: () => void;
}

/** Says what to do about a secret whose answer got lost: it isn't shown a second time. */
export function LostSecretDialog({ what, name, onClose }: LostSecretDialogProps) {
  return (
    <Dialog onClose={onClose} title={t('lostSecret.title', { name })}>
      <Stack>
        <p style={{ margin: 0 }}>{t(`lostSecret.${what}`, { name })}</p>
        <Buttons place="end">
          <Button data-autofocus onClick={onClose}>
            {t('lostSecret.close')}
          </Button>
        </Buttons>
      </Stack>
    </Dialog>
  );
}

/** An example for the command line. */
export function CodeExample({ title, code }: { title: string; code: string }) {
  return (
    <div>
      <div className={classes.codeHead}>
        {title} <CopyButton value={code} label={t('secret.copy.example')} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <pre className={classes.code} tabIndex={0}>
        {code}
      </pre>
    </div>
  );
}
