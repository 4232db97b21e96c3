import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import type { Budget } from './budget';

/** Ends the parser's work where the steps of its budget are used up. */
export class StepsUsedUp extends Error {}

/** Has the parser count each rule that it tries, in the budget that it was given as its `env`. */
export function countSteps({ block, inline }: MarkdownIt): void {
  countTries(block.ruler);
  countTries(inline.ruler);
}

/** The parser asks for its rules each time, so that what it gets is made once. */
function countTries<Args extends [StateBlock | StateInline, ...unknown[]], Result>(ruler: {
  getRules(chain: string): ((...args: Args) => Result)[];
}): void {
  const counted = new Map<string, ((...args: Args) => Result)[]>();
  const getRules = ruler.getRules.bind(ruler);
  ruler.getRules = (chain) => {
    const known = counted.get(chain) ?? getRules(chain).map(countTry);
    counted.set(chain, known);
    return known;
  };
}

function countTry<Args extends [StateBlock | StateInline, ...unknown[]], Result>(rule: (...args: Args) => Result) {
  return (...args: Args): Result => {
    const budget = args[0].env as unknown as Budget;
    budget.steps -= 1;
    if (budget.steps < 0) throw new StepsUsedUp();
    return rule(...args);
  };
}
