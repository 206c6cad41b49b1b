import { text } from './messages.vi.ts';

/** The parts of an OpenAPI 3.1 document that we write and draw. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly description: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas?: Readonly<Record<string, JsonSchema>> };
}

export interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, ApiResponse>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

interface ApiResponse {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly required?: readonly string[];
}

/**
 * The generated document without what the generator adds of its own: the input twin of every schema, bounds of safe
 * integers, English descriptions of answers. Refusals are `application/problem+json`.
 */
export function tidyDocument(generated: ApiDocument): ApiDocument {
  const paths = Object.fromEntries(
    Object.entries(generated.paths).map(([path, operations]) => [
      path,
      Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, tidyOperation(operation)])),
    ]),
  );
  const schemas = Object.entries(generated.components.schemas ?? {}).filter(([name]) => !name.endsWith('Input'));
  const components = { ...generated.components, schemas: Object.fromEntries(schemas) };
  return withoutSafeBounds({ ...generated, paths, components });
}

function tidyOperation(operation: Operation): Operation {
  const responses = Object.entries(operation.responses).map(([status, response]): [string, ApiResponse] => {
    if (status !== '4XX') return [status, { ...response, description: text.document.answer }];
    const schema = response.content?.['application/json']?.schema ?? {};
    return [status, { description: text.document.refusal, content: { 'application/problem+json': { schema } } }];
  });
  return { ...operation, responses: Object.fromEntries(responses) };
}

function withoutSafeBounds(document: ApiDocument): ApiDocument {
  return JSON.parse(
    JSON.stringify(document, (key, value) =>
      ['minimum', 'maximum'].includes(key) && Math.abs(value as number) === Number.MAX_SAFE_INTEGER ? undefined : value,
    ),
  ) as ApiDocument;
}
