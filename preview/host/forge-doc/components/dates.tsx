import { DatePicker } from '@atlaskit/datetime-picker';
import { type ForgeComponent, passThroughLeaf } from '../nodes/component-props';

export const dates: Readonly<Record<string, ForgeComponent>> = {
  DatePicker: passThroughLeaf(DatePicker),
};
