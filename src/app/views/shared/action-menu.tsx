import { Box, Button, Icon, Inline, Popup, Pressable, Stack, Text, Tooltip, xcss } from '@forge/react';
import React, { useEffect, useState } from 'react';
import { Unseen } from './unseen';

export interface MenuAction {
  readonly text: string;
  readonly onClick: () => void;
}

/** One that is drawn as a sign; its text says what it means. */
export interface QuickAction extends MenuAction {
  readonly glyph: string;
  readonly isOn: boolean;
}

interface Props {
  /** Names what it is about for who does not see where the button stands. */
  readonly label: string;
  /** Lines above the actions. */
  readonly facts?: readonly string[];
  /** A row above the others. */
  readonly quick?: readonly QuickAction[];
  readonly actions: readonly MenuAction[];
}

const trigger = xcss({
  padding: 'space.050',
  backgroundColor: 'color.background.neutral.subtle',
  borderRadius: 'radius.small',
});
const quickOff = xcss({
  padding: 'space.075',
  backgroundColor: 'color.background.neutral.subtle',
  borderRadius: 'radius.small',
});
const quickOn = xcss({
  padding: 'space.075',
  backgroundColor: 'color.background.selected',
  borderRadius: 'radius.small',
});
const menu = xcss({ padding: 'space.100', minWidth: '160px', maxWidth: '400px' });
const head = xcss({ paddingInline: 'space.100', paddingBlockEnd: 'space.050' });

/**
 * What can be done with something, behind one button. UI Kit has no menu: a popup of buttons stands for one, which closes
 * by Escape and gives the focus back. What is in it is drawn once it is open, since a list has many.
 */
export const ActionMenu = ({ label, facts = [], quick = [], actions }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<MenuAction | null>(null);
  const close = () => setOpen(false);
  const choose = (action: MenuAction) => {
    close();
    setChosen(action);
  };
  // The popup gives the focus back as it goes: what is to take it then is begun once it is gone.
  useEffect(() => {
    if (chosen === null) return;
    setChosen(null);
    chosen.onClick();
  }, [chosen]);
  return (
    <Popup
      isOpen={isOpen}
      onClose={close}
      placement="bottom-end"
      role="dialog"
      label={label}
      trigger={() => (
        <Pressable xcss={trigger} onClick={() => setOpen(!isOpen)}>
          <Icon glyph="show-more-horizontal" label={label} color="color.icon.subtle" />
        </Pressable>
      )}
      content={() =>
        isOpen ? (
          <Box xcss={menu}>
            <Stack>
              {facts.length === 0 ? null : (
                <Box xcss={head}>
                  <Stack space="space.025">
                    {facts.map((fact) => (
                      <Text key={fact} size="small" align="start" color="color.text.subtle">
                        {fact}
                      </Text>
                    ))}
                  </Stack>
                </Box>
              )}
              {quick.length === 0 ? null : (
                <Inline space="space.0">
                  {quick.map((action) => (
                    <Tooltip key={action.text} content={action.text}>
                      <Pressable xcss={action.isOn ? quickOn : quickOff} onClick={() => choose(action)}>
                        <Inline>
                          <Text>{action.glyph}</Text>
                          <Unseen>{action.text}</Unseen>
                        </Inline>
                      </Pressable>
                    </Tooltip>
                  ))}
                </Inline>
              )}
              {actions.map((action) => (
                <Button key={action.text} appearance="subtle" shouldFitContainer onClick={() => choose(action)}>
                  {action.text}
                </Button>
              ))}
            </Stack>
          </Box>
        ) : null
      }
    />
  );
};
