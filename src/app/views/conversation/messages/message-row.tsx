import { Box, Heading, Inline, Stack, Text, Tooltip, xcss } from '@forge/react';
import React from 'react';
import { cutName } from '../../shared/cut-name';

/** Of headings in a view, where messages stand below one of it. */
export type HeadingLevel = 3 | 4 | 5;

const headRow = xcss({ width: '100%', paddingBlockStart: 'space.100' });
const nextRow = xcss({ width: '100%' });
const gutter = xcss({ width: '32px', minWidth: '32px' });
// Without it the longest word of a message would make the whole view wider.
const words = xcss({ flexGrow: '1', minWidth: '0px' });
const side = xcss({ minHeight: '24px' });

export interface Author {
  readonly name: string;
  readonly avatar: React.ReactNode;
}

interface Props {
  /** Null where the message goes on with the one before: its author stands there. */
  readonly author: Author | null;
  /** As short as it is clear, and whole. */
  readonly time: { readonly short: string; readonly whole: string };
  readonly level: HeadingLevel;
  /** What is said once for a run of messages, below the author. */
  readonly note?: React.ReactNode;
  /** What stands at the end of the line: what can be done with the message, or what it waits for. */
  readonly end: React.ReactNode;
  readonly children: React.ReactNode;
}

/** One message in a list of them: who wrote it and when, unless the one above says so, and what was written. */
export const MessageRow = ({ author, time, level, note, end, children }: Props) => (
  <Box role="listitem" xcss={author === null ? nextRow : headRow}>
    <Inline space="space.100" alignBlock="start">
      <Box xcss={gutter}>{author?.avatar ?? null}</Box>
      <Box xcss={words}>
        <Stack space="space.050">
          {author === null ? null : (
            <Inline space="space.100" alignBlock="baseline" shouldWrap>
              <Heading as={`h${level}`} size="xxsmall">
                {cutName(author.name)}
              </Heading>
              <Tooltip content={time.whole}>
                <Text size="small" color="color.text.subtle">
                  {time.short}
                </Text>
              </Tooltip>
            </Inline>
          )}
          {author === null ? null : note}
          {children}
        </Stack>
      </Box>
      <Box xcss={side}>{end}</Box>
    </Inline>
  </Box>
);
