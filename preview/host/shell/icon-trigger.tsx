import React, { type ButtonHTMLAttributes, type ComponentType, forwardRef, type ReactElement } from 'react';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: ComponentType<{ readonly label: string }>;
  readonly label: string;
}

/** A button with a picture that opens a menu. */
export const IconTrigger = forwardRef<HTMLButtonElement, Props>(function IconTrigger(
  { icon: Icon, label, ...props },
  ref,
): ReactElement {
  return (
    <button {...props} ref={ref} type="button" className="icon-trigger" aria-label={label} title={label}>
      <Icon label="" />
    </button>
  );
});
