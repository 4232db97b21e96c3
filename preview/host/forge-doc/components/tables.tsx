import AtlaskitTable from '@atlaskit/dynamic-table';
import React, { createElement, useContext } from 'react';
import { type ComponentProps, DrawContext, type ForgeComponent, pickProps } from '../nodes/component-props';
import { type ForgeNode, findSlot } from '../nodes/forge-node';

const tableProps = [
  'caption',
  'defaultPage',
  'defaultSortKey',
  'defaultSortOrder',
  'emptyView',
  'highlightedRowIndex',
  'isFixedSize',
  'isLoading',
  'label',
  'loadingSpinnerSize',
  'onSetPage',
  'page',
  'rowsPerPage',
  'sortKey',
  'sortOrder',
  'testId',
];
const cellProps = ['colSpan', 'isSortable', 'shouldTruncate', 'testId', 'width'];

/** Head and rows come as nodes, so that what their cells hold can be reconciled; Atlaskit wants them as data. */
function DynamicTable({ node, props }: ComponentProps) {
  const draw = useContext(DrawContext);
  const toCell = (cell: ForgeNode) => ({
    ...pickProps(cell.props, cellProps),
    key: String(cell.props['cellKey'] ?? cell.key),
    content: <>{draw(cell.children)}</>,
  });
  const head = { cells: findSlot(node, 'head').map(toCell) };
  const rows = findSlot(node, 'rows').map((row) => ({
    key: String(row.props['rowKey'] ?? row.key),
    cells: row.children.map(toCell),
  }));
  return createElement(AtlaskitTable as never, { ...pickProps(props, tableProps), head, rows });
}

export const tables: Readonly<Record<string, ForgeComponent>> = { DynamicTable };
