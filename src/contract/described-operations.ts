import { type Static, type TSchema, Type } from 'typebox';
import { conversationDescriptions } from './conversation-descriptions';
import { draftDescriptions } from './drafts';
import { followUpDescriptions } from './follow-up';
import { groupDescriptions } from './group-descriptions';
import { AccountId, Uuid } from './identifiers';
import { messageDescriptions } from './message-descriptions';
import type { DescribedOperation, Description } from './operation';
import { type OperationName, type Operations, operations } from './operations';
import { choiceDescriptions, siteDescriptions } from './people-descriptions';
import { quietDescriptions } from './quiet';
import { reportDescriptions } from './reports';
import { ReactionName as ReactionNameParameter } from './resources';

const descriptions = {
  ...conversationDescriptions,
  ...messageDescriptions,
  ...groupDescriptions,
  ...choiceDescriptions,
  ...draftDescriptions,
  ...followUpDescriptions,
  ...reportDescriptions,
  ...quietDescriptions,
  ...siteDescriptions,
} as const satisfies { readonly [Name in OperationName]: DescriptionOf<Name> };

/** A success with a body says what is in it, and no other does. */
type DescriptionOf<Name extends OperationName> = Operations[Name]['status'] extends 204
  ? Description & { readonly reply?: never }
  : Description & { readonly reply: TSchema };

/** Every parameter that a path may name. */
const pathParameters = {
  cloudId: Uuid,
  conversationId: Uuid,
  messageId: Uuid,
  reportId: Uuid,
  userId: AccountId,
  name: ReactionNameParameter,
} satisfies Record<NamesIn<Operations[OperationName]['path']>, TSchema>;
type PathParameter = keyof typeof pathParameters;

const noQuery = Type.Object({});

/** The operations table with its schemas: those of a path come from the names in it. In the order of the table. */
export const describedOperations = Object.fromEntries(
  Object.entries(operations).map(([name, operation]) => [name, describe(name as OperationName, operation.path)]),
) as { readonly [Name in OperationName]: DescribedOperation };

function describe(name: OperationName, path: string): DescribedOperation {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter as PathParameter);
  return {
    origin: 'aside',
    query: noQuery,
    reply: null,
    ...operations[name],
    ...descriptions[name],
    params: Type.Object(Object.fromEntries(named.map((parameter) => [parameter, pathParameters[parameter]]))),
  };
}

type Descriptions = typeof descriptions;

type NamesIn<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

export type ParamsOf<Name extends OperationName> = {
  readonly [Parameter in NamesIn<Operations[Name]['path']> & PathParameter]: string;
};

export type QueryOf<Name extends OperationName> = Static<
  Descriptions[Name] extends { query: infer Query extends TSchema } ? Query : typeof noQuery
>;

/** The schemas of what may be sent, by its media type; undefined where nothing is. */
export type BodiesOf<Name extends OperationName> = Descriptions[Name] extends { body: infer Bodies }
  ? Bodies
  : undefined;

/** What a success answers; undefined where the body is empty. */
export type ReplyOf<Name extends OperationName> = Descriptions[Name] extends { reply: infer Reply extends TSchema }
  ? Static<Reply>
  : undefined;
