import type { Node } from 'prosemirror-model';
import { markdownToDocument } from '../../../document/markdown/from-markdown';
import { documentToMarkdown } from '../../../document/markdown/to-markdown';
import { documentToText } from '../../../document/to-text';
import type { FrameTexts, Opening, ToFrame, ToView, Words } from '../../definitions/composer';
import { carryTyped } from '../editor/carry-typed';
import { formattings } from '../editor/commands';
import { createEditor } from '../editor/create-editor';
import { fromDocument, toDocument } from '../editor/document';
import { isEmpty } from '../editor/keys';
import { addressAt } from '../editor/links';
import { measureDocument } from '../editor/measure';
import { findQuery, insertMention } from '../editor/mention-query';
import { schema } from '../editor/schema';
import { buildPage } from './build-page';
import { runLinkRow } from './link-row';
import { runPeopleList } from './people-list';
import { takeFocus } from './take-focus';
import { runToolbar } from './toolbar';
import type { Tool } from './tools';
import { watchAttention } from './watch-attention';

/** After so long without a change the view is told the words, and at the latest after so long with changes. */
const restMs = 300;
const longestMs = 1_000;
/** A view takes a message at once; an edit is taken once the service has it. */
const takenWithinMs = { message: 3_000, edit: 30_000 } as const;
const isTouched = (): boolean => window.matchMedia('(pointer: coarse)').matches;

type Timer = ReturnType<typeof setTimeout>;

/** The page, and what it does: shows the words of one place at a time, and tells the view of every change. */
export function runComposer(body: HTMLElement, tell: (message: ToView) => void): (message: ToFrame) => void {
  const page = buildPage(body);
  let opening: Opening | null = null;
  let key = crypto.randomUUID() as string;
  let waiting: Timer | undefined;
  /** A new message that was sent and not taken yet. The field is free for the next one meanwhile. */
  let pending: Node | null = null;
  let resting: Timer | undefined;
  let lastTold = 0;
  let isClosedList = false;
  /** The words as the view gave them, or was told them last. */
  let known: Node | null = null;

  const texts = (): FrameTexts => (opening as Opening).texts;
  const editor = createEditor(page.field, fromDocument({ version: 1, type: 'doc', content: [] }) as Node, {
    enterSends,
    send,
    isLocked: () => waiting !== undefined && pending === null,
    leave() {
      if (opening?.isEdit !== true) return false;
      tellWords();
      tell({ type: 'leave', place: opening.place });
      return true;
    },
    editLast() {
      if (opening === null || opening.isEdit) return false;
      tell({ type: 'edit-last', place: opening.place });
      return true;
    },
    openLink: () => linkRow.open(),
    onKey: (event) => people.key(event),
    onBlur: tellWords,
    onPicture: () => sayProblem(texts().noPictures),
    onChange(wordsChanged) {
      toolbar.renew();
      if (opening === null) return;
      const query = findQuery(editor.view.state);
      if (query === null) isClosedList = false;
      people.look(query === null || isClosedList ? null : query.search);
      if (!wordsChanged) return;
      sayProblem(null);
      renewCount();
      clearTimeout(resting);
      if (Date.now() - lastTold > longestMs && lastTold !== 0) tellWords();
      else resting = setTimeout(tellWords, restMs);
      if (lastTold === 0) lastTold = Date.now();
    },
  });
  const view = editor.view;
  const toolbar = runToolbar(page, { use: applyTool, isOn });
  const linkRow = runLinkRow(page, () => view, sayProblem);
  const people = runPeopleList(page, {
    ask: (search) => tell({ type: 'find-people', search }),
    choose(person) {
      const query = findQuery(view.state);
      if (query !== null) view.dispatch(insertMention(view.state, query, person));
      view.focus();
    },
    close: () => {
      isClosedList = true;
    },
    enterSends,
    texts,
  });
  watchAttention(page.root, (isAttending) => tell({ type: 'attending', isAttending }));
  page.send.addEventListener('click', send);
  // The words keep the focus: what is typed on after a click goes nowhere else.
  page.send.addEventListener('mousedown', (event) => event.preventDefault());
  page.cancel.addEventListener('click', () => {
    tellWords();
    if (opening !== null) tell({ type: 'leave', place: opening.place });
  });
  // Beside the words, within the border, is the field too.
  page.field.parentElement?.addEventListener('mousedown', (event) => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    view.focus();
  });

  /** A keyboard on glass has no Shift+Enter: there the button sends. */
  function enterSends(): boolean {
    return (opening?.enterSends ?? false) && !isTouched();
  }

  function applyTool(tool: Tool): void {
    if (tool === 'link') {
      linkRow.open();
      return;
    }
    view.focus();
    if (tool === 'mention') {
      const before = view.state.selection.$from.nodeBefore;
      const isApart = before === null || /[\s(]$/.test(before.text ?? '');
      view.dispatch(view.state.tr.insertText(isApart ? '@' : ' @').scrollIntoView());
    } else {
      formattings[tool].run(view.state, view.dispatch);
    }
  }

  function isOn(tool: Tool): boolean {
    if (tool === 'link') return addressAt(view.state) !== null;
    return tool !== 'mention' && formattings[tool].isOn(view.state);
  }

  function words(): Words {
    const document = toDocument(view.state.doc);
    return { document, markdown: documentToMarkdown(document) ?? documentToText(document) };
  }

  function tellWords(): void {
    if (lastTold === 0 || opening === null) return;
    clearTimeout(resting);
    lastTold = 0;
    known = view.state.doc;
    tell({ type: 'changed', place: opening.place, words: words() });
  }

  function send(): void {
    if (opening === null || waiting !== undefined) return;
    const { left } = measureDocument(toDocument(view.state.doc));
    if (isBlank() || left < 0) return;
    clearTimeout(resting);
    lastTold = 0;
    waiting = setTimeout(
      () => {
        endWaiting();
        giveBack();
        sayProblem(texts().notTaken);
      },
      opening.isEdit ? takenWithinMs.edit : takenWithinMs.message,
    );
    page.field.setAttribute('aria-busy', 'true');
    page.status.textContent = opening.isEdit ? texts().waiting : '';
    renewSend();
    tell({ type: 'send', place: opening.place, key, words: words() });
    if (opening.isEdit) return;
    pending = view.state.doc;
    clear();
  }

  function clear(): void {
    editor.show(schema.topNodeType.createAndFill() as Node);
    clearTimeout(resting);
    lastTold = 0;
    view.focus();
  }

  /** What was not taken stands in the field again, before what was begun since: then it is another message. */
  function giveBack(): void {
    if (pending === null) return;
    const begun = view.state.doc;
    const sent = pending;
    pending = null;
    if (!isEmpty(begun)) key = crypto.randomUUID();
    editor.show(isEmpty(begun) ? sent : sent.copy(sent.content.append(begun.content)));
  }

  function endWaiting(): void {
    clearTimeout(waiting);
    waiting = undefined;
    page.field.removeAttribute('aria-busy');
    page.status.textContent = '';
    renewSend();
  }

  function isBlank(): boolean {
    const { doc } = view.state;
    let saysSomething = doc.textContent.trim() !== '';
    doc.descendants((node) => {
      if (node.isLeaf && !node.isText && node.type.name !== 'hardBreak') saysSomething = true;
      return !saysSomething;
    });
    return !saysSomething;
  }

  function renewSend(): void {
    const isOver = measureDocument(toDocument(view.state.doc)).left < 0;
    // Never by the attribute: a button that is disabled under the finger gives the focus to the page.
    page.send.setAttribute('aria-disabled', String(waiting !== undefined || isOver || isBlank()));
  }

  function renewCount(): void {
    const { left, isCounted } = measureDocument(toDocument(view.state.doc));
    page.count.hidden = !isCounted;
    page.count.classList.toggle('over', left < 0);
    const text =
      left < 0 ? texts().over.replace('{count}', format(-left)) : texts().left.replace('{count}', format(left));
    page.count.textContent = isCounted ? text : '';
    if (left < 0) page.field.setAttribute('aria-invalid', 'true');
    else page.field.removeAttribute('aria-invalid');
    page.field.classList.toggle('empty', isEmpty(view.state.doc));
    renewSend();
  }

  function format(count: number): string {
    return new Intl.NumberFormat(opening?.language || undefined).format(count);
  }

  function sayProblem(problem: string | null): void {
    page.problem.hidden = problem === null;
    page.problem.textContent = problem;
  }

  function open(next: Opening): void {
    const { place, words: given } = next;
    const doc = fromDocument(given.document ?? markdownToDocument(given.markdown));
    if (doc === null) {
      tell({ type: 'unfit', place });
      return;
    }
    const isSame = opening?.place === place;
    if (!isSame) tellWords();
    opening = next;
    name(next);
    if (!isSame || (waiting === undefined && isEmpty(view.state.doc))) {
      endWaiting();
      pending = null;
      key = crypto.randomUUID();
      editor.show(doc);
      clearTimeout(resting);
      lastTold = 0;
      linkRow.hide();
      sayProblem(null);
    } else if (next.isAmended && waiting === undefined && known !== null && !doc.eq(known)) {
      editor.show(carryTyped(known, view.state.doc, doc));
    }
    known = doc;
    page.root.hidden = false;
    renewCount();
    if (next.hasFocus) takeFocus(() => view.focus());
    tell({ type: 'opened', place });
  }

  function name({ texts: names, language, isEdit, isCompact, enterSends: isWanted }: Opening): void {
    document.documentElement.lang = language;
    page.label.textContent = names.label;
    page.send.textContent = names.send;
    page.hint.textContent = isWanted && isTouched() ? names.buttonSends : names.hint;
    page.cancel.textContent = names.cancel;
    page.cancel.hidden = !isEdit;
    page.root.classList.toggle('compact', isCompact);
    toolbar.name(names);
    linkRow.name(names);
    for (const [attribute, value] of Object.entries({
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': 'label',
      'aria-describedby': 'count problem hint',
      dir: 'auto',
    })) {
      page.field.setAttribute(attribute, value);
    }
  }

  return (message) => {
    if (message.type === 'open') return open(message.opening);
    if (message.type === 'people') return people.came(message.search, message.people);
    if (message.type === 'hello' || opening === null) return;
    if (message.place !== opening.place || message.key !== key) return;
    endWaiting();
    if (message.type === 'refused') {
      giveBack();
      return sayProblem(message.text);
    }
    key = crypto.randomUUID();
    if (pending === null) clear();
    pending = null;
  };
}
