import {
  Button,
  CodeBlock,
  ErrorMessage,
  Heading,
  Inline,
  LoadingButton,
  SectionMessage,
  Stack,
  Text,
} from '@forge/react';
import React, { useState } from 'react';
import type { TriggerState } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { describeProblem } from '../shared/describe-problem';
import { invokeSettings } from '../shared/invoke';
import type { ViewProblem } from '../shared/panel-state';
import { sayDone } from '../shared/say-done';
import { useReader } from '../shared/use-reader';
import { useTexts } from '../shared/use-texts';
import { writeCurl } from './write-curl';

/** The web trigger's address and its secret, which is shown when it is made and never again. */
export const TriggerCard = ({ initial }: { initial: TriggerState }) => {
  const t = useTexts();
  const { formatTime } = useReader();
  const [{ url, madeAt }, setTrigger] = useState(initial);
  const [secret, setSecret] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);

  const make = async () => {
    setMaking(true);
    setProblem(null);
    const answer = await askResolver(invokeSettings('triggerRotate'));
    setMaking(false);
    setAsks(false);
    if (!answer.ok) return setProblem(answer.problem);
    setTrigger(answer.trigger);
    setSecret(answer.secret);
    sayDone(t('settings.trigger.made'));
  };

  return (
    <Stack space="space.200">
      <Heading as="h2" size="small">
        {t('settings.trigger.title')}
      </Heading>
      <Text>{t('settings.trigger.text')}</Text>
      {url === null ? (
        <SectionMessage appearance="warning">
          <Text>{t('settings.trigger.noUrl')}</Text>
        </SectionMessage>
      ) : (
        <Stack>
          <Text weight="medium">{t('settings.trigger.url')}</Text>
          <CodeBlock text={url} shouldWrapLongLines showLineNumbers={false} />
        </Stack>
      )}
      <Text>
        {madeAt === null ? t('settings.trigger.noSecret') : t('settings.trigger.madeAt', { time: formatTime(madeAt) })}
      </Text>
      {secret === null ? null : <NewSecret url={url} secret={secret} onClose={() => setSecret(null)} />}
      {asks ? (
        <Stack space="space.100">
          <Text>{t('settings.trigger.rotateQuestion')}</Text>
          <Inline space="space.100">
            <LoadingButton appearance="danger" isLoading={isMaking} onClick={make}>
              {t('settings.trigger.rotateConfirm')}
            </LoadingButton>
            <Button appearance="subtle" autoFocus isDisabled={isMaking} onClick={() => setAsks(false)}>
              {t('settings.cancel')}
            </Button>
          </Inline>
        </Stack>
      ) : (
        <Inline>
          {madeAt === null ? (
            <LoadingButton appearance="primary" isLoading={isMaking} onClick={make}>
              {t('settings.trigger.make')}
            </LoadingButton>
          ) : (
            <Button onClick={() => setAsks(true)}>{t('settings.trigger.rotate')}</Button>
          )}
        </Inline>
      )}
      {problem === null ? null : (
        <ErrorMessage>{t('settings.notDone', { reason: describeProblem(t, problem) })}</ErrorMessage>
      )}
    </Stack>
  );
};

interface NewSecretProps {
  readonly url: string | null;
  readonly secret: string;
  readonly onClose: () => void;
}

const NewSecret = ({ url, secret, onClose }: NewSecretProps) => {
  const t = useTexts();
  return (
    <Stack space="space.100" alignInline="stretch">
      <SectionMessage appearance="warning" title={t('settings.trigger.once')}>
        <Text weight="medium">{t('settings.trigger.secret')}</Text>
        <CodeBlock text={secret} shouldWrapLongLines showLineNumbers={false} />
        {url === null ? null : <Text>{t('settings.trigger.try')}</Text>}
        {url === null ? null : <CodeBlock text={writeCurl(url, secret)} language="text" showLineNumbers={false} />}
      </SectionMessage>
      <Inline>
        <Button onClick={onClose}>{t('settings.trigger.done')}</Button>
      </Inline>
    </Stack>
  );
};
