import {
  Button,
  Code,
  ErrorMessage,
  Form,
  Heading,
  HelperMessage,
  Inline,
  Label,
  LoadingButton,
  SectionMessage,
  Stack,
  Text,
  Textfield,
} from '@forge/react';
import React, { useState } from 'react';
import { LoadingNotice } from '../shared/loading-notice';
import { sayDone } from '../shared/say-done';
import { useTexts } from '../shared/use-texts';
import { parseAddress } from './parse-address';
import { type TellUnsaved, useTellUnsaved } from './unsaved';
import { useAddress } from './use-address';

/** Where the service is. Atlassian asks the administrator before a change holds, and says why when it refuses one. */
export const AddressForm = ({ tellUnsaved }: { tellUnsaved: TellUnsaved }) => {
  const t = useTexts();
  const [address, setAddress] = useAddress();
  const [{ text, count }, setText] = useState({ text: '', count: 0 });
  const [isSetting, setSetting] = useState(false);
  const [asksToRemove, setAsksToRemove] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const wanted = parseAddress(text);
  const isWrong = text.trim() !== '' && wanted === null;

  const change = async (endpoint: string | null) => {
    setSetting(true);
    setRefusal(null);
    try {
      await setAddress(endpoint);
      // The field keeps its own text; an empty one is a new one.
      setText({ text: '', count: count + 1 });
      sayDone(t(endpoint === null ? 'settings.address.removed' : 'settings.address.saved'));
    } catch (error) {
      setRefusal(reasonOf(error) ?? t('settings.address.noReason'));
    }
    setSetting(false);
    setAsksToRemove(false);
  };

  // An address that was typed: Atlassian asks before one is set, so that leaving does not set it.
  const isTyped = text.trim() !== '';
  const discard = () => setText({ text: '', count: count + 1 });
  useTellUnsaved(tellUnsaved, isTyped ? { save: null, discard } : null);

  const submit = () => {
    if (wanted !== null && !isSetting) void change(wanted);
  };

  return (
    <Stack space="space.100">
      <Heading as="h2" size="small">
        {t('settings.address.title')}
      </Heading>
      <Text>{t('settings.address.text')}</Text>
      {address === undefined ? (
        <LoadingNotice label={t('settings.address.loading')} />
      ) : typeof address === 'string' ? (
        <Inline alignBlock="center" space="space.100">
          <Text>
            {t('settings.address.current', { address: '' })}
            <Code>{address}</Code>
          </Text>
          <Button appearance="subtle" spacing="compact" onClick={() => setAsksToRemove(true)}>
            {t('settings.address.unset')}
          </Button>
        </Inline>
      ) : (
        <Text>{t(address === null ? 'settings.address.none' : 'settings.address.unread')}</Text>
      )}
      {asksToRemove ? (
        <Stack space="space.100">
          <Text>{t('settings.address.unsetQuestion')}</Text>
          <Inline space="space.100">
            <LoadingButton appearance="danger" isLoading={isSetting} onClick={() => change(null)}>
              {t('settings.address.unsetConfirm')}
            </LoadingButton>
            <Button appearance="subtle" autoFocus onClick={() => setAsksToRemove(false)}>
              {t('settings.cancel')}
            </Button>
          </Inline>
        </Stack>
      ) : null}
      <Form onSubmit={submit}>
        <Stack space="space.100" alignInline="start">
          <Stack>
            <Label labelFor="address">{t('settings.address.label')}</Label>
            <Textfield
              key={String(count)}
              id="address"
              name="address"
              width="large"
              isInvalid={isWrong}
              onChange={(event) => setText({ text: String(event.target.value ?? ''), count })}
            />
            {isWrong ? (
              <ErrorMessage>{t('settings.address.wrong')}</ErrorMessage>
            ) : (
              <HelperMessage>{t('settings.address.hint')}</HelperMessage>
            )}
          </Stack>
          <LoadingButton type="submit" appearance="primary" isLoading={isSetting} isDisabled={wanted === null}>
            {t('settings.address.set')}
          </LoadingButton>
        </Stack>
      </Form>
      {refusal === null ? null : (
        <SectionMessage appearance="warning">
          <Text>{t('settings.address.refused', { reason: refusal })}</Text>
        </SectionMessage>
      )}
    </Stack>
  );
};

/** The bridge rejects with an error, or with the words alone. */
function reasonOf(error: unknown): string | null {
  const text = error instanceof Error ? error.message : typeof error === 'string' ? error : '';
  return text.trim().replace(/\.$/, '') || null;
}
