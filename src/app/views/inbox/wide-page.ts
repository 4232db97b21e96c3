/** From where on list and conversation stand beside each other: a breakpoint of UI Kit's xcss. */
export const widePage = '@media (min-width: 64rem)';
