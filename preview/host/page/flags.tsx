import Flag, { AutoDismissFlag, FlagGroup } from '@atlaskit/flag';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { token } from '@atlaskit/tokens';
import React, { type ReactElement } from 'react';
import type { FlagOptions } from '../bridge/view-host';
import type { Texts } from '../texts/english';
import { useTexts } from '../texts/language';

const drawIcons = (texts: Texts) => ({
  error: <ErrorIcon label={texts.flagError} color={token('color.icon.danger')} />,
  info: <InformationIcon label={texts.flagInfo} color={token('color.icon.information')} />,
  success: <SuccessIcon label={texts.flagSuccess} color={token('color.icon.success')} />,
  warning: <WarningIcon label={texts.flagWarning} color={token('color.icon.warning')} />,
});

interface Props {
  readonly flags: readonly FlagOptions[];
  readonly close: (id: string) => void;
}

/** Short notices at the lower left, as in Jira. */
export function Flags({ flags, close }: Props): ReactElement {
  const icons = drawIcons(useTexts());
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
