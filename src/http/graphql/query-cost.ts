// How many values an answer may hold, estimated from the query alone: pages by their `first`, other lists by what a large competition has.
// Depth says little here, for the schema has no circles; a hundred aliases of one page of a thousand would cost all the same.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  type InlineFragmentNode,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type ValueNode,
} from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** How many objects there are on average, by `Type.field`, where no `first` says it; other lists have `usualLength`. */
export const listLengths: Readonly<Record<string, number>> = {
  'Query.competitions': 10,
  'Competition.categories': 20,
  'Competition.events': 20,
  'Competition.ceremonies': 20,
  'Competition.schedule': 200,
  'Event.matches': 128,
  'Event.seeds': 64,
  'Scorecard.ends': 12,
  '__Schema.types': 70,
  '__Type.fields': 8,
  '__Field.args': 1,
  '__Type.inputFields': 1,
  '__Type.interfaces': 1,
  '__Type.enumValues': 1,
  '__Type.possibleTypes': 1,
  // Of clients that ask nine deep.
  '__Type.ofType': 0.5,
};
const usualLength = 6;

interface Costing {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Values by variable, defaults included; undefined where they are not known yet: then a page is as long as it may be. */
  readonly variables: Variables | undefined;
  readonly longestPage: number;
  /** By fragment and page, so that fragments of fragments are gone through once. */
  readonly known: Map<string, number>;
}

type AnyField = GraphQLField<unknown, unknown>;

/** Where a field stands; `pageLength` counts for the edges of a page only. */
interface Parent {
  readonly type: GraphQLNamedType;
  readonly pageLength: number;
}

function fieldOf(type: GraphQLNamedType, name: string): AnyField | undefined {
  if (name === '__typename') return TypeNameMetaFieldDef;
  if (name === '__schema') return SchemaMetaFieldDef;
  if (name === '__type') return TypeMetaFieldDef;
  return isObjectType(type) ? type.getFields()[name] : undefined;
}

function numberIn(value: ValueNode | undefined, { variables }: Costing): number | undefined {
  if (value?.kind === Kind.INT) return Number(value.value);
  const given = value?.kind === Kind.VARIABLE ? variables?.[value.name.value] : undefined;
  return typeof given === 'number' ? given : undefined;
}

/** How long a page this field asks for; undefined for one without pages. */
function pageLengthOf(costing: Costing, field: AnyField, node: FieldNode): number | undefined {
  const first = field.args.find(({ name }) => name === 'first');
  if (!first) return undefined;
  const { longestPage } = costing;
  const asked = node.arguments?.find(({ name }) => name.value === 'first');
  const length = asked ? numberIn(asked.value, costing) : first.defaultValue;
  return typeof length === 'number' ? Math.max(1, Math.min(length, longestPage)) : longestPage;
}

/** How many objects a field of a page, or of something else, has. */
function lengthOf(parent: Parent, { name, type }: AnyField): number {
  if (name === 'edges') return parent.pageLength;
  const isList = isListType(getNullableType(type)) && isCompositeType(getNamedType(type));
  return listLengths[`${parent.type.name}.${name}`] ?? (isList ? usualLength : 1);
}

function costOfField(costing: Costing, parent: Parent, node: FieldNode): number {
  const field = fieldOf(parent.type, node.name.value);
  if (!field) return 1;
  const type = getNamedType(field.type);
  const pageLength = pageLengthOf(costing, field, node) ?? 1;
  const below = node.selectionSet ? costOfSelections(costing, { type, pageLength }, node.selectionSet) : 0;
  return 1 + below * lengthOf(parent, field);
}

function costOfFragment(costing: Costing, parent: Parent, name: string): number {
  const key = `${name} ${parent.pageLength}`;
  const known = costing.known.get(key);
  if (known !== undefined) return known;
  const fragment = costing.fragments.get(name);
  const cost = fragment ? costOfTyped(costing, parent, fragment) : 0;
  costing.known.set(key, cost);
  return cost;
}

function costOfTyped(costing: Costing, parent: Parent, node: FragmentDefinitionNode | InlineFragmentNode): number {
  const type = node.typeCondition ? costing.schema.getType(node.typeCondition.name.value) : parent.type;
  return type ? costOfSelections(costing, { ...parent, type }, node.selectionSet) : 0;
}

function costOfSelections(costing: Costing, parent: Parent, { selections }: SelectionSetNode): number {
  let cost = 0;
  for (const node of selections) {
    if (node.kind === Kind.FIELD) cost += costOfField(costing, parent, node);
    else if (node.kind === Kind.FRAGMENT_SPREAD) cost += costOfFragment(costing, parent, node.name.value);
    else cost += costOfTyped(costing, parent, node);
  }
  return cost;
}

function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

/** Of the dearest operation of a valid document. */
export function costOfDocument(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  variables: Variables | undefined,
  longestPage: number,
): number {
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  );
  const costs = definitions.flatMap((each) => {
    const root = each.kind === Kind.OPERATION_DEFINITION ? schema.getRootType(each.operation) : undefined;
    if (each.kind !== Kind.OPERATION_DEFINITION || !root) return [];
    const values = variables && withDefaults(each, variables);
    const costing = { schema, fragments, variables: values, longestPage, known: new Map<string, number>() };
    return [costOfSelections(costing, { type: root, pageLength: 1 }, each.selectionSet)];
  });
  return Math.ceil(Math.max(0, ...costs));
}
