import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import React, { Children, createElement } from 'react';
import { type ComponentProps, type ForgeComponent, passThrough, pickProps, textProp } from '../nodes/component-props';

const tabsProps = ['defaultSelected', 'onChange', 'selected', 'shouldUnmountTabPanelOnChange', 'testId'];

/** Atlaskit reads the list and the panels as its direct children. */
function UiKitTabs({ props, children }: ComponentProps) {
  const id = textProp(props, 'id') ?? 'tabs';
  return createElement(Tabs as never, { ...pickProps(props, tabsProps), id }, ...Children.toArray(children));
}

function UiKitTabList({ children }: ComponentProps) {
  return createElement(TabList as never, {}, ...Children.toArray(children));
}

function UiKitTabPanel({ children }: ComponentProps) {
  return (
    <TabPanel>
      <div className="tab-panel">{children}</div>
    </TabPanel>
  );
}

export const tabs: Readonly<Record<string, ForgeComponent>> = {
  Tabs: UiKitTabs,
  TabList: UiKitTabList,
  Tab: passThrough(Tab),
  TabPanel: UiKitTabPanel,
};
