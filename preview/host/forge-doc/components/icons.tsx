import AddIcon from '@atlaskit/icon/core/add';
import ArchiveBoxIcon from '@atlaskit/icon/core/archive-box';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import AutomationIcon from '@atlaskit/icon/core/automation';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronLeftIcon from '@atlaskit/icon/core/chevron-left';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import ChevronUpIcon from '@atlaskit/icon/core/chevron-up';
import ClockIcon from '@atlaskit/icon/core/clock';
import CommentIcon from '@atlaskit/icon/core/comment';
import CopyIcon from '@atlaskit/icon/core/copy';
import CrossIcon from '@atlaskit/icon/core/cross';
import CrossCircleIcon from '@atlaskit/icon/core/cross-circle';
import DeleteIcon from '@atlaskit/icon/core/delete';
import EditIcon from '@atlaskit/icon/core/edit';
import EmailIcon from '@atlaskit/icon/core/email';
import ErrorIcon from '@atlaskit/icon/core/error';
import EyeOpenIcon from '@atlaskit/icon/core/eye-open';
import FilterIcon from '@atlaskit/icon/core/filter';
import GlobeIcon from '@atlaskit/icon/core/globe';
import InboxIcon from '@atlaskit/icon/core/inbox';
import InformationIcon from '@atlaskit/icon/core/information';
import LinkIcon from '@atlaskit/icon/core/link';
import LinkExternalIcon from '@atlaskit/icon/core/link-external';
import LockLockedIcon from '@atlaskit/icon/core/lock-locked';
import LogOutIcon from '@atlaskit/icon/core/log-out';
import MegaphoneIcon from '@atlaskit/icon/core/megaphone';
import NotificationIcon from '@atlaskit/icon/core/notification';
import NotificationMutedIcon from '@atlaskit/icon/core/notification-muted';
import PeopleGroupIcon from '@atlaskit/icon/core/people-group';
import PersonIcon from '@atlaskit/icon/core/person';
import PersonAddIcon from '@atlaskit/icon/core/person-add';
import PersonRemoveIcon from '@atlaskit/icon/core/person-remove';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import RetryIcon from '@atlaskit/icon/core/retry';
import SearchIcon from '@atlaskit/icon/core/search';
import SendIcon from '@atlaskit/icon/core/send';
import SettingsIcon from '@atlaskit/icon/core/settings';
import ShieldIcon from '@atlaskit/icon/core/shield';
import ShowMoreHorizontalIcon from '@atlaskit/icon/core/show-more-horizontal';
import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusInformationIcon from '@atlaskit/icon/core/status-information';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import SuccessIcon from '@atlaskit/icon/core/success';
import WarningIcon from '@atlaskit/icon/core/warning';
import WorkItemIcon from '@atlaskit/icon/core/work-item';
import React, { type ComponentType } from 'react';
import { type ComponentProps, type ForgeComponent, textProp } from '../nodes/component-props';
import { NotDrawn } from '../nodes/not-drawn';
import { tokenVariable } from '../nodes/token-variable';

interface GlyphProps {
  readonly label: string;
  readonly color?: 'currentColor';
  readonly size?: 'small' | 'medium';
}

/** A glyph is two kilobytes; a panel needs few of the four hundred. */
const glyphs: ReadonlyMap<string, ComponentType<GlyphProps>> = new Map<string, ComponentType<GlyphProps>>([
  ['add', AddIcon],
  ['arrow-up', ArrowUpIcon],
  ['automation', AutomationIcon],
  ['check', CheckMarkIcon],
  ['check-circle', CheckCircleIcon],
  ['check-mark', CheckMarkIcon],
  ['chevron-down', ChevronDownIcon],
  ['chevron-left', ChevronLeftIcon],
  ['chevron-right', ChevronRightIcon],
  ['chevron-up', ChevronUpIcon],
  ['clock', ClockIcon],
  ['comment', CommentIcon],
  ['cross', CrossIcon],
  ['delete', DeleteIcon],
  ['edit', EditIcon],
  ['email', EmailIcon],
  ['error', ErrorIcon],
  ['info', InformationIcon],
  ['information', InformationIcon],
  ['link', LinkIcon],
  ['link-external', LinkExternalIcon],
  ['lock', LockLockedIcon],
  ['lock-locked', LockLockedIcon],
  ['more', ShowMoreHorizontalIcon],
  ['person', PersonIcon],
  ['refresh', RefreshIcon],
  ['retry', RetryIcon],
  ['search', SearchIcon],
  ['send', SendIcon],
  ['settings', SettingsIcon],
  ['show-more-horizontal', ShowMoreHorizontalIcon],
  ['trash', DeleteIcon],
  ['warning', WarningIcon],
  ['archive-box', ArchiveBoxIcon],
  ['copy', CopyIcon],
  ['cross-circle', CrossCircleIcon],
  ['eye-open', EyeOpenIcon],
  ['filter', FilterIcon],
  ['globe', GlobeIcon],
  ['inbox', InboxIcon],
  ['log-out', LogOutIcon],
  ['megaphone', MegaphoneIcon],
  ['notification', NotificationIcon],
  ['notification-muted', NotificationMutedIcon],
  ['people-group', PeopleGroupIcon],
  ['person-add', PersonAddIcon],
  ['person-remove', PersonRemoveIcon],
  ['shield', ShieldIcon],
  ['status-error', StatusErrorIcon],
  ['status-information', StatusInformationIcon],
  ['status-success', StatusSuccessIcon],
  ['status-warning', StatusWarningIcon],
  ['success', SuccessIcon],
  ['work-item', WorkItemIcon],
]);

/** Undefined for a glyph that the preview does not carry: a button goes without, its text says the same. */
export function findGlyph(name: unknown): ComponentType<GlyphProps> | undefined {
  return typeof name === 'string' ? glyphs.get(name) : undefined;
}

function Icon({ props }: ComponentProps) {
  const Glyph = findGlyph(props['glyph']);
  if (Glyph === undefined) return <NotDrawn what={`icon ${String(props['glyph'])}`} />;
  const color = tokenVariable(textProp(props, 'color') ?? 'color.icon');
  return (
    <span style={{ color, lineHeight: 0 }}>
      <Glyph
        label={textProp(props, 'label') ?? ''}
        color="currentColor"
        size={props['size'] === 'small' ? 'small' : 'medium'}
      />
    </span>
  );
}

export const icons: Readonly<Record<string, ForgeComponent>> = { Icon };
