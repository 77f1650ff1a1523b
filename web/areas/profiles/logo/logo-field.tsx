import { Button } from '@mantine/core';
import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { explainError } from '../../../api/client.ts';
import { Buttons } from '../../../ui/index.ts';
import { later } from '../../../ui/later.tsx';
import { t } from '../catalogue.ts';
import { useEditing, useField, useProfileEditing } from '../editing/use-editing.ts';
import { FieldFrame } from '../field-frame.tsx';
import { fieldWords } from '../profile-words.ts';
import classes from '../steps/steps.module.css';
import { useLogoUpload } from '../use-deeds.ts';
import type { Box } from './crop.ts';
import logoClasses from './logo.module.css';
import { LogoPicture } from './logo-picture.tsx';
import { drawPart, isSmallEnough, type OpenedPicture, openPicture, PictureProblem } from './pictures.ts';

const CropDialog = later(() => import('./crop-dialog.tsx'), 'CropDialog');

/** The logo: chosen or dropped, cropped if it is too wide, shown as it looks on light and dark pages. */
export function LogoField() {
  const editing = useProfileEditing();
  const { profile } = useEditing();
  const { value, error } = useField('logo');
  const { picture, problem, isSending, choose, take, close } = useLogoChoice();
  return (
    <FieldFrame at="logo">
      <section className={logoClasses.logo} aria-label={fieldWords.logo}>
        <h3 className="ll-subtitle">{fieldWords.logo}</h3>
        <div className={logoClasses.logoBackgrounds} aria-hidden>
          <span data-on="light">
            <LogoPicture size="large" />
          </span>
          <span data-on="dark">
            <LogoPicture size="large" />
          </span>
        </div>
        <LogoDrop isSending={isSending} hasLogo={value !== null} onFiles={(files) => void choose(files)}>
          {value !== null && (
            <Button
              variant="default"
              leftSection={<IconTrash size={15} aria-hidden />}
              onClick={() => {
                editing.change('logo', null);
                void editing.save();
              }}
            >
              {t('logo.remove')}
            </Button>
          )}
        </LogoDrop>
        {profile.logo?.tall && value !== null && <p className="ll-note ll-small">{t('logo.tall')}</p>}
        {(problem ?? error) !== undefined && !picture && (
          <p role="alert" className={classes.refused}>
            {problem ?? error}
          </p>
        )}
      </section>
      {picture && (
        <CropDialog
          picture={picture}
          isSending={isSending}
          problem={problem}
          onTake={(box) => void take(box)}
          onClose={close}
        />
      )}
    </FieldFrame>
  );
}

interface LogoDropProps {
  isSending: boolean;
  hasLogo: boolean;
  onFiles: (files: readonly File[]) => void;
  children: React.ReactNode;
}

function LogoDrop({ isSending, hasLogo, onFiles, children }: LogoDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // Whoever can't drop a file uses the button.
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop files on
    <div
      className={logoClasses.logoDrop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="ll-note ll-small">{t('logo.hint')}</p>
      <Buttons>
        <Button
          variant="default"
          leftSection={<IconPhoto size={15} aria-hidden />}
          loading={isSending}
          onClick={() => input.current?.click()}
        >
          {hasLogo ? t('logo.replace') : t('logo.choose')}
        </Button>
        {children}
      </Buttons>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/gif,image/webp"
        aria-label={t('logo.choose')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** A chosen file on its way to become the logo: at once, or after a part of it was chosen. */
function useLogoChoice() {
  const upload = useLogoUpload();
  const [picture, setPicture] = useState<OpenedPicture>();
  const [problem, setProblem] = useState<string>();
  const close = () => {
    setPicture(undefined);
    setProblem(undefined);
  };
  const guarded = async (work: () => Promise<void>) => {
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof PictureProblem ? error.message : explainError(error));
    }
  };
  return {
    picture,
    problem,
    isSending: upload.isPending,
    close,
    choose: ([file]: readonly File[]) =>
      guarded(async () => {
        if (!file) return;
        const opened = await openPicture(file);
        if (!isSmallEnough(opened)) return setPicture(opened);
        await upload.mutateAsync(file);
      }),
    take: (box: Box) =>
      guarded(async () => {
        if (!picture) return;
        await upload.mutateAsync(await drawPart(picture, box));
        close();
      }),
  };
}
