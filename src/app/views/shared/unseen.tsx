import { Box, Text, xcss } from '@forge/react';
import React from 'react';

const unseenBox = xcss({ width: '1px', height: '1px', overflow: 'hidden' });

/** Words for a screen reader alone, where others see the same by its place or its weight. */
export const Unseen = ({ children }: { readonly children: string }) => (
  <Box xcss={unseenBox}>
    <Text>{children}</Text>
  </Box>
);
