/** Makes a text stand in Markdown so that it reads as itself. */
export type EscapeText = (text: string) => string;
