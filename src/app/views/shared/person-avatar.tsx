import { Icon, User } from '@forge/react';
import React from 'react';
import type { PanelThread } from '../../definitions';

/** The picture of someone that Jira knows, by Jira's own privacy rules; an icon for a program. The name stands beside it. */
export const PersonAvatar = ({ person: { id, kind } }: { person: PanelThread['person'] }) =>
  kind === 'program' ? <Icon glyph="automation" label="" /> : <User accountId={id} hideDisplayName />;
