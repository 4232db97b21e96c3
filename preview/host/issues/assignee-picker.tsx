import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import React, { type ReactElement, useContext } from 'react';
import { PeopleContext } from '../session/people-context';
import { PersonName } from '../shell/person-name';
import { useTexts } from '../texts/language';

interface Props {
  readonly assigneeId: string | null;
  /** Null for someone who may not assign. */
  readonly assign: ((accountId: string | null) => void) | null;
}

/** The assignee, and whom else to give the issue to: also those whom the app has to refuse, so that this can be tried. */
export function AssigneePicker({ assigneeId, assign }: Props): ReactElement {
  const people = useContext(PeopleContext);
  const texts = useTexts();
  if (assign === null) return <PersonName accountId={assigneeId} />;
  return (
    <DropdownMenu<HTMLButtonElement>
      shouldRenderToParent
      trigger={({ triggerRef, isSelected, testId: _testId, ...props }) => (
        <button ref={triggerRef} type="button" className="field-button" aria-pressed={isSelected} {...props}>
          <PersonName accountId={assigneeId} />
        </button>
      )}
    >
      <DropdownItemGroup title={texts.assignTo}>
        {[null, ...people.map((person) => person.accountId)].map((accountId) => (
          <DropdownItem key={accountId ?? ''} isSelected={accountId === assigneeId} onClick={() => assign(accountId)}>
            <PersonName accountId={accountId} />
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
