/** What all calls of the action or the web trigger may take together, in milliseconds. The platform ends them after 55 seconds. */
export const deliveryBudgetMs = 48_000;
