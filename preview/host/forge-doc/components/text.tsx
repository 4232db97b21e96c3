import AtlaskitHeading from '@atlaskit/heading';
import { Text as AtlaskitText } from '@atlaskit/primitives/compiled';
import React, { createContext, createElement, useContext } from 'react';
import { SiteLink } from '../../links/site-link';
import { type ComponentProps, type ForgeComponent, passThrough, pickProps } from '../nodes/component-props';

const InsideText = createContext(false);
const textProps = ['align', 'color', 'maxLines', 'size', 'weight', 'testId'];

/** A paragraph unless it says otherwise, as in UI Kit; within another text it is a part of the line. */
function Text({ props, children }: ComponentProps) {
  const isInside = useContext(InsideText);
  const { as = isInside ? 'span' : 'p' } = props;
  if (as === 'strike') return <s>{children}</s>;
  const drawn = createElement(AtlaskitText as never, { ...pickProps(props, textProps), as }, children);
  return <InsideText.Provider value={true}>{drawn}</InsideText.Provider>;
}

function Link({ props, children }: ComponentProps) {
  return (
    <SiteLink href={props['href']} opensTab={props['openNewTab'] === true}>
      {children}
    </SiteLink>
  );
}

const tag =
  (name: 'strong' | 'em' | 's'): ForgeComponent =>
  ({ children }) =>
    createElement(name, null, children);

export const text: Readonly<Record<string, ForgeComponent>> = {
  Text,
  Heading: passThrough(AtlaskitHeading),
  Link,
  Strong: tag('strong'),
  Em: tag('em'),
  Strike: tag('s'),
};
