import { buttons } from './components/buttons';
import { choices } from './components/choices';
import { code } from './components/code';
import { comments } from './components/comments';
import { dates } from './components/dates';
import { dialogs } from './components/dialogs';
import { editors } from './components/editors';
import { fields } from './components/fields';
import { forms } from './components/forms';
import { frames } from './components/frames';
import { icons } from './components/icons';
import { inlineEdits } from './components/inline-edits';
import { layout } from './components/layout';
import { lists } from './components/lists';
import { messages } from './components/messages';
import { overlays } from './components/overlays';
import { persons } from './components/persons';
import { progress } from './components/progress';
import { selects } from './components/selects';
import { status } from './components/status';
import { tables } from './components/tables';
import { tabs } from './components/tabs';
import { text } from './components/text';
import type { ForgeComponent } from './nodes/component-props';

/** Every component of UI Kit that the preview draws, by the name that @forge/react sends. A Map: the names come from the view. */
export const components: ReadonlyMap<string, ForgeComponent> = new Map(
  Object.entries({
    ...buttons,
    ...choices,
    ...code,
    ...comments,
    ...dates,
    ...dialogs,
    ...editors,
    ...fields,
    ...forms,
    ...frames,
    ...icons,
    ...inlineEdits,
    ...layout,
    ...lists,
    ...messages,
    ...overlays,
    ...persons,
    ...progress,
    ...selects,
    ...status,
    ...tables,
    ...tabs,
    ...text,
  }),
);
