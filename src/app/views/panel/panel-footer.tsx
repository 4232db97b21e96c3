import { router } from '@forge/bridge';
import { Box, Button, Inline, Text } from '@forge/react';
import React from 'react';
import { useTexts } from '../shared/use-texts';

/** The module of the manifest with every conversation. */
const inboxModule = 'inbox';

interface Props {
  readonly isRefreshing: boolean;
  readonly onRefresh: () => void;
}

/** Who keeps the words, the way to all conversations, and a look at what is new. */
export const PanelFooter = ({ isRefreshing, onRefresh }: Props) => {
  const t = useTexts();
  const openInbox = () => void router.navigate({ target: 'module', moduleKey: inboxModule }).catch(() => undefined);
  return (
    <Inline spread="space-between" alignBlock="center" space="space.200" rowSpace="space.100" shouldWrap>
      <Box>
        <Text size="small" color="color.text.subtlest">
          {t('panel.kept')}
        </Text>
      </Box>
      <Inline space="space.100" alignBlock="center">
        <Button appearance="subtle" spacing="compact" onClick={openInbox}>
          {t('panel.inbox')}
        </Button>
        <Button appearance="subtle" spacing="compact" isDisabled={isRefreshing} onClick={onRefresh}>
          {t('panel.refresh')}
        </Button>
      </Inline>
    </Inline>
  );
};
