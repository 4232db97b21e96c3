/** What a face is made of; colours as CSS writes them. */
export interface Face {
  readonly skin: string;
  readonly hair: string;
  readonly cut: 'short' | 'bob' | 'long' | 'curls' | 'bun' | 'bald';
  readonly clothes: string;
  readonly wears?: 'glasses' | 'beard' | 'cap';
}
