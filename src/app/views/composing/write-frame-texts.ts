import { type FrameTexts, frameTexts } from '../../definitions/composer';
import type { Texts } from '../shared/use-texts';

interface Naming {
  /** What to call who reads it. */
  readonly name: string;
  readonly isEdit: boolean;
  readonly enterSends: boolean;
}

/** The words of the page in the frame, which has none of its own. `{count}` stays for it to fill in. */
export function writeFrameTexts(t: Texts, { name, isEdit, enterSends }: Naming): FrameTexts {
  const send = t(isEdit ? 'edit.save' : 'composer.send');
  const own = {
    label: isEdit ? t('edit.label') : t('composer.label', { name }),
    send,
    hint: t(enterSends ? 'composer.enterSends' : 'composer.keySends', { send }),
    buttonSends: t('composer.buttonSends', { send }),
    cancel: t('edit.cancel'),
  };
  const others = frameTexts.filter((it): it is Exclude<typeof it, keyof typeof own> => !Object.hasOwn(own, it));
  return { ...own, ...Object.fromEntries(others.map((it) => [it, t(`composer.${it}`)])) } as FrameTexts;
}
