import Flag, { AutoDismissFlag, FlagGroup } from '@atlaskit/flag';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { token } from '@atlaskit/tokens';
import React, { type ReactElement } from 'react';
import type { FlagOptions } from '../bridge/view-host';

const icons = {
  error: <ErrorIcon label="Error" color={token('color.icon.danger')} />,
  info: <InformationIcon label="Information" color={token('color.icon.information')} />,
  success: <SuccessIcon label="Success" color={token('color.icon.success')} />,
  warning: <WarningIcon label="Warning" color={token('color.icon.warning')} />,
} as const;

interface Props {
  readonly flags: readonly FlagOptions[];
  readonly close: (id: string) => void;
}

/** Short notices at the lower left, as in Jira. */
export function Flags({ flags, close }: Props): ReactElement {
  return (
    <FlagGroup onDismissed={(id) => close(String(id))}>
      {flags.map((flag) => {
        const Kind = flag.isAutoDismiss === true ? AutoDismissFlag : Flag;
        const actions = (flag.actions ?? []).map((action) => ({
          content: action.text,
          onClick: () => action.onClick?.(),
        }));
        return (
          <Kind
            key={flag.id}
            id={flag.id}
            icon={icons[flag.type ?? 'info']}
            title={flag.title ?? ''}
            description={flag.description ?? ''}
            actions={actions}
          />
        );
      })}
    </FlagGroup>
  );
}
