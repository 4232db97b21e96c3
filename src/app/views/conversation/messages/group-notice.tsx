import { Stack, Text } from '@forge/react';
import React from 'react';
import type { ShownNotice } from '../../../definitions';
import { useReader } from '../../shared/use-reader';
import { useTexts } from '../../shared/use-texts';
import { describeNotice } from '../describe-notice';

/** Between the messages of a group: what became of it, and when. Nobody wrote it, and nothing can be done with it. */
export const GroupNotice = ({ notice, ts }: { readonly notice: ShownNotice; readonly ts: string }) => {
  const t = useTexts();
  const { me, formatTime } = useReader();
  return (
    <Stack space="space.0">
      <Text weight="medium">{describeNotice(t, notice, me.id)}</Text>
      <Text size="small" color="color.text.subtle">
        {formatTime(ts)}
      </Text>
    </Stack>
  );
};
