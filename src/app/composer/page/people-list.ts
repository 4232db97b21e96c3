import type { FrameTexts, MentionedPerson } from '../../definitions/composer';
import { make, type Page } from './build-page';

/** How many stand in the list at once. */
const mostShown = 6;
/** So that not each letter is a question. */
const restMs = 150;
/** An answer that takes longer holds no Enter back: it may be lost. */
const awaitedForMs = 2_000;

interface ListActions {
  readonly ask: (search: string) => void;
  readonly choose: (person: MentionedPerson) => void;
  readonly close: () => void;
  readonly enterSends: () => boolean;
  readonly texts: () => FrameTexts;
}

/**
 * Whom one may mention, below the field: a frame shows nothing beyond its own edge. The field keeps the focus and names
 * the chosen line (w3.org/WAI/ARIA/apg/patterns/combobox).
 */
export function runPeopleList({ people: list, field, status }: Page, actions: ListActions) {
  let search: string | null = null;
  let shown: readonly MentionedPerson[] = [];
  let chosen = 0;
  /** Until when an answer to what is looked for is awaited; 0 where none is. */
  let awaitedUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const draw = (): void => {
    list.replaceChildren(
      ...shown.map(({ name }, index) => {
        const line = make('li', { id: `person-${index}`, textContent: name });
        line.setAttribute('role', 'option');
        line.setAttribute('aria-selected', String(index === chosen));
        line.dir = 'auto';
        line.addEventListener('mousedown', (event) => {
          event.preventDefault();
          choose(index);
        });
        return line;
      }),
    );
    list.hidden = shown.length === 0;
    list.setAttribute('aria-label', actions.texts().people);
    if (shown.length === 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', `person-${chosen}`);
    if (shown.length === 0) field.removeAttribute('aria-controls');
    else field.setAttribute('aria-controls', list.id);
  };
  const choose = (index: number): void => {
    const person = shown[index];
    if (person !== undefined) actions.choose(person);
  };
  const close = (): void => {
    clearTimeout(timer);
    awaitedUntil = 0;
    search = null;
    shown = [];
    draw();
  };
  return {
    close,
    /** What is looked for now; null where nobody is. */
    look(next: string | null): void {
      if (next === search) return;
      if (next === null) {
        close();
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(() => actions.ask(next), search === null ? 0 : restMs);
      search = next;
      awaitedUntil = Date.now() + awaitedForMs;
      // Until the answer is there, nobody stands there whom these words do not name: a fast Enter takes no one else.
      shown = shown.filter(({ name }) => name.toLocaleLowerCase().includes(next.toLocaleLowerCase()));
      chosen = 0;
      draw();
    },
    came(answered: string, people: readonly MentionedPerson[]): void {
      if (answered !== search) return;
      awaitedUntil = 0;
      shown = people.slice(0, mostShown);
      chosen = 0;
      draw();
      const { nobody, peopleFound } = actions.texts();
      status.textContent = shown.length === 0 ? nobody : peopleFound.replace('{count}', String(shown.length));
    },
    /** True where the key was for the list. */
    key({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
      if (ctrlKey || metaKey) return false;
      // Who is meant is not known yet: sent now, the message would mention nobody.
      if (shown.length === 0) return key === 'Enter' && !shiftKey && actions.enterSends() && Date.now() < awaitedUntil;
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        chosen = (chosen + (key === 'ArrowDown' ? 1 : shown.length - 1)) % shown.length;
        draw();
        return true;
      }
      if ((key === 'Enter' || key === 'Tab') && !shiftKey) {
        choose(chosen);
        return true;
      }
      if (key !== 'Escape') return false;
      close();
      actions.close();
      return true;
    },
  };
}
