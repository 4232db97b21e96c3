import { Button, Inline, Stack, Text } from '@forge/react';
import React from 'react';
import type { ShownNotice } from '../../../definitions';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import { describeNotice } from '../describe-notice';

interface Props {
  readonly notice: ShownNotice;
  readonly ts: string;
  /** Shows the group in which a conversation goes on; absent where there is no way to it. */
  readonly onOpen?: ((conversationId: string) => void) | undefined;
}

/** Between the messages: what became of the conversation, and when, with the way to the group in which it goes on. */
export const GroupNotice = ({ notice, ts, onOpen }: Props) => {
  const t = useTexts();
  const { me, formatTime } = useReader();
  const { conversationId } = notice;
  return (
    <Stack space="space.0">
      <Text weight="medium">{describeNotice(t, notice, me.id)}</Text>
      <Text size="small" color="color.text.subtle">
        {formatTime(ts)}
      </Text>
      {conversationId === null || onOpen === undefined ? null : (
        <Inline>
          <Button appearance="subtle" spacing="compact" onClick={() => onOpen(conversationId)}>
            {t('notice.open')}
          </Button>
        </Inline>
      )}
    </Stack>
  );
};
