import { Box, Heading, Inline, Text, xcss } from '@forge/react';
import React from 'react';
import type { HeadingLevel } from './message-row';

const line = {
  flexGrow: '1',
  height: '0px',
  borderTopStyle: 'solid',
  borderTopWidth: 'border.width',
} as const;
const plain = xcss({ ...line, borderTopColor: 'color.border' });
const marked = xcss({ ...line, borderTopColor: 'color.border.danger' });
const across = xcss({ width: '100%', paddingBlockStart: 'space.100' });

/** Across the list, with the day of what follows. */
export const DayLine = ({ day, level }: { readonly day: string; readonly level: HeadingLevel }) => (
  <Box xcss={across}>
    <Inline space="space.100" alignBlock="center" grow="fill">
      <Box xcss={plain} />
      <Heading as={`h${level}`} size="xxsmall">
        {day}
      </Heading>
      <Box xcss={plain} />
    </Inline>
  </Box>
);

/** Across the list, where what was new begins. */
export const NewLine = ({ label }: { readonly label: string }) => (
  <Box xcss={across}>
    <Inline space="space.100" alignBlock="center" grow="fill">
      <Box xcss={marked} />
      <Text size="small" weight="medium" color="color.text.danger">
        {label}
      </Text>
    </Inline>
  </Box>
);
